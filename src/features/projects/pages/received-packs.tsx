import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { client, read } from "../../../interface/api-client.ts";
import { Crumbs } from "../../../interface/components/crumbs.tsx";
import { DataTable } from "../../../interface/components/data-table.tsx";
import { ShowMore } from "../../../interface/components/show-more.tsx";
import { StatePane } from "../../../interface/components/state-drawing.tsx";
import { dateWithYear } from "../../../interface/format.ts";
import { inLanguage } from "../../../interface/in-language.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import type { OrganizationsApi } from "../../organizations/routes.ts";
import type { ReportPackApi } from "../packs/routes.ts";
import { answerWords } from "./answer-words.ts";
import { dayOfMoment } from "./parts/pack-answers.tsx";
import { projectWords } from "./project-words.ts";

const states = ["waiting", "answered"] as const;

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const asked = new URL(given.request.url).searchParams;
  const state = states.find((one) => one === asked.get("state")) ?? "waiting";
  const cursor = asked.get("cursor");
  const param = { id: given.params.organization ?? "" };
  const query = { limit: "50", state, ...(cursor && { cursor }) };
  const [organization, list] = await Promise.all([
    read(client<OrganizationsApi>(visit).organizations[":id"].$get({ param })),
    read(client<ReportPackApi>(visit).organizations[":id"]["report-packs"].$get({ param, query })),
  ]);
  return { organization: { slug: organization.slug, name: organization.name }, state, ...list };
}

/** The reports a funder has had of what it granted here: those to answer, and those it has answered. */
export default function ReceivedPacks() {
  const { organization, state, items, nextCursor } = useLoaderData<typeof loader>();
  const { language } = useShell();
  const text = answerWords[language];
  const path = `/${language}/organizations/${organization.slug}`;
  const day = (on: string) => dateWithYear(on, language);
  const stateOf = ({ acceptedOn, dueOn }: (typeof items)[number]) => {
    if (acceptedOn) return text.accepted({ day: day(acceptedOn) });
    return dueOn ? text.waitsFor({ day: day(dueOn) }) : text.waits;
  };
  return (
    <Page title={`${text.received}, ${organization.name}`} area={{ kind: "public" }}>
      <div className="frame section-s stack">
        <Crumbs
          trail={[
            { label: organization.name, href: path },
            { label: projectWords[language].projects, href: `${path}/projects` },
            { label: text.received },
          ]}
          language={language}
        />
        <h1>{text.received}</h1>
        <p className="lead">{text.receivedLead({ name: organization.name })}</p>
        <ul className="chips">
          {states.map((one) => (
            <li key={one}>
              <a className="chip" href={`${path}/report-packs?state=${one}`} aria-current={one === state ? "true" : undefined}>
                {text.states[one]}
              </a>
            </li>
          ))}
        </ul>
        {items.length === 0 ? (
          <StatePane state="empty" title={state === "waiting" ? text.noneWaiting : text.noneAnswered}>
            <p>{text.noneAbout}</p>
          </StatePane>
        ) : (
          <DataTable
            caption={text.received}
            isCaptionHidden
            rows={items}
            keyOf={({ id }) => id}
            columns={[
              {
                label: text.report,
                isHeading: true,
                cell: ({ id, number, from, to }) => (
                  <a href={`/${language}/report-packs/${id}`}>
                    {text.reportOf({ number, period: projectWords[language].period({ from: day(from), to: day(to) }) })}
                  </a>
                ),
              },
              { label: text.project, cell: ({ project }) => inLanguage(project.titles, language) },
              { label: text.from, cell: ({ project }) => project.organization.name },
              { label: text.sent, cell: ({ sentAt }) => dayOfMoment(sentAt, language) },
              { label: text.state, cell: stateOf },
            ]}
          />
        )}
        <ShowMore cursor={nextCursor} language={language} />
      </div>
    </Page>
  );
}
