import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { client, readAll } from "../../../interface/api-client.ts";
import { Downloads } from "../../../interface/components/downloads.tsx";
import { StatePane } from "../../../interface/components/state-drawing.tsx";
import { factsOf, homeOf, listFacts } from "../../../interface/facts.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { visitOf } from "../../../interface/visit.ts";
import type { OrganizationsApi } from "../../organizations/routes.ts";
import { publicWords } from "./words/public-words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const { organizations } = client<OrganizationsApi>(visitOf(given));
  return { networks: await readAll((page) => organizations.$get({ query: { kind: "network", ...page } })) };
}

export default function Networks() {
  const { networks } = useLoaderData<typeof loader>();
  const shell = useShell();
  const { language } = shell;
  const text = publicWords[language];
  const lines = networks.map((network) => ({ name: network.name, path: homeOf(network, shell) }));
  return (
    <Page
      title={text.networks}
      description={text.networksLead}
      area={{ kind: "public" }}
      facts={factsOf(listFacts(text.networks, lines, lines.length, shell))}
    >
      <div className="frame section stack">
        <h1>{text.networks}</h1>
        <p className="lead">{text.networksLead}</p>
        {networks.length === 0 ? (
          <StatePane state="empty" title={text.noNetworks}>
            <p>{text.noNetworksText}</p>
          </StatePane>
        ) : (
          <>
            <ul className="lines">
              {networks.map((network) => (
                <li key={network.id} className="network-links">
                  <b>{network.name}</b>
                  <a href={`/${language}/networks/${network.slug}`}>{text.findSeat}</a>
                  <a href={`/${language}/networks/${network.slug}/about`}>{text.about}</a>
                </li>
              ))}
            </ul>
            <Downloads path="/organizations" filters={{ kind: "network" }} language={language} />
          </>
        )}
        <p>
          <a href={`/${language}/organizations`}>{text.seeOrganizations}</a>
        </p>
      </div>
    </Page>
  );
}
