import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { attempt, client, read } from "../../../interface/api-client.ts";
import { factsOf, networkFacts } from "../../../interface/facts.ts";
import { inWordsFirst } from "../../../interface/format.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { visitOf } from "../../../interface/visit.ts";
import type { OrganizationsApi } from "../../organizations/routes.ts";
import { textIn } from "../../spaces/parts.ts";
import { TermsList } from "../agreement/pages/parts/version-view.tsx";
import type { AgreementApi } from "../agreement/routes.ts";
import type { ExchangeApi } from "../routes.ts";
import { findWords } from "./words/find-words.ts";
import { publicWords } from "./words/public-words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = visitOf(given);
  const param = { id: given.params.network ?? "" };
  if (!(await visit.lookOf(param.id))) throw new Response(null, { status: 404 });
  const network = await read(client<OrganizationsApi>(visit).organizations[":id"].$get({ param }));
  const [today] = (await read(client<ExchangeApi>(visit).networks[":id"]["guest-days"].$get({ param, query: { days: "1" } }))).items;
  const { done: agreement } = await attempt(client<AgreementApi>(visit).networks[":id"].agreement.$get({ param }));
  return { network, houses: today?.spaces ?? 0, inForce: agreement?.inForce ?? undefined };
}

/** What a network is, in its own words, and the way on to its houses, members and agreement. */
export default function About() {
  const { network, houses, inForce } = useLoaderData<typeof loader>();
  const shell = useShell();
  const { language } = shell;
  const text = publicWords[language];
  const description = textIn(network.descriptions, language);
  const base = `/${language}/networks/${network.slug}`;
  return (
    <Page
      title={text.about}
      description={text.aboutDescription(network.name)}
      path={`/networks/${network.slug}/about`}
      image={network.logo?.large}
      area={{ kind: "public", network }}
      current="about"
      facts={factsOf({ ...networkFacts(network, shell), description: description?.text })}
    >
      <div className={inForce ? "frame section reading" : "frame section"}>
        <div className="prose stack">
          <h1>{network.name}</h1>
          {description && (
            <p className="lead" lang={description.language === language ? undefined : description.language}>
              {description.text}
            </p>
          )}
          {houses > 0 && <p>{findWords[language].lead({ houses: inWordsFirst(houses, language, "neuter"), days: undefined })}</p>}
          <ul className="lines">
            <li>
              <a href={base}>{text.findSeat}</a>
            </li>
            <li>
              <a href={`${base}/spaces`}>{text.seeSpaces}</a>
            </li>
            <li>
              <a href={`${base}/members`}>{text.seeMembers}</a>
            </li>
            <li>
              <a href={`${base}/agreement`}>{text.readAgreement}</a>
            </li>
          </ul>
        </div>
        {inForce && (
          <section className="room padded" aria-labelledby="agreed">
            <h2 id="agreed">{text.agreed}</h2>
            <TermsList version={inForce} language={language} />
          </section>
        )}
      </div>
    </Page>
  );
}
