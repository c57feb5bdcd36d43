import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { Logo } from "../../../interface/components/logo.tsx";
import { factsOf, listFacts } from "../../../interface/facts.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { visitOf } from "../../../interface/visit.ts";
import { listWords } from "../list-messages.ts";
import { names } from "../messages.ts";
import { sectorName } from "../sectors.ts";
import { OrganizationFilters } from "./parts/organization-filters.tsx";
import { OrganizationsFound } from "./parts/organizations-found.tsx";
import { readOrganizations } from "./read-organizations.ts";

export async function loader(given: LoaderFunctionArgs) {
  return readOrganizations(visitOf(given), new URL(given.request.url).searchParams);
}

type Line = Awaited<ReturnType<typeof loader>>["items"][number];

/** Every organization the reader may see, for a visitor those that are for everyone. */
export default function Organizations() {
  const read = useLoaderData<typeof loader>();
  const shell = useShell();
  const { language } = shell;
  const text = listWords[language];
  const lines = read.items.map(({ name, slug }) => ({ name, path: `/organizations/${slug}` }));
  return (
    <Page
      title={text.title}
      description={text.description}
      area={{ kind: "public" }}
      facts={read.isWhole ? factsOf(listFacts(text.title, lines, read.total, shell)) : undefined}
    >
      <div className="frame section-end">
        <div className="page-head">
          <div>
            <h1>{text.title}</h1>
            <p className="lead">{text.lead}</p>
          </div>
        </div>
        <OrganizationFilters read={read} />
        <OrganizationsFound read={read}>
          <ul className="lines organizations">
            {read.items.map((line) => (
              <li key={line.id}>
                <div>
                  <h2 className="h3">
                    <a href={`/${language}/organizations/${line.slug}`}>{line.name}</a>
                  </h2>
                  <About line={line} />
                </div>
                {line.logo && <Logo logo={line.logo} name="" />}
              </li>
            ))}
          </ul>
        </OrganizationsFound>
      </div>
    </Page>
  );
}

function About({ line }: { line: Line }) {
  const { language } = useShell();
  const { kinds, visibilities } = names[language];
  const about = [line.municipality?.nameNo, ...line.kinds.map((kind) => kinds[kind])];
  return (
    <>
      <p className="small soft">{about.filter(Boolean).join(" · ")}</p>
      {line.sectors.length > 0 && <p className="small">{line.sectors.map((key) => sectorName(key, language)).join(", ")}</p>}
      {line.visibility !== "public" && <p className="small soft">{visibilities[line.visibility]}</p>}
    </>
  );
}
