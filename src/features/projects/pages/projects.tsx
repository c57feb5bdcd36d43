import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { client, read } from "../../../interface/api-client.ts";
import { Crumbs } from "../../../interface/components/crumbs.tsx";
import { DataTable } from "../../../interface/components/data-table.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import { ShowMore } from "../../../interface/components/show-more.tsx";
import { StatePane } from "../../../interface/components/state-drawing.tsx";
import { dateWithYear, money } from "../../../interface/format.ts";
import { inLanguage } from "../../../interface/in-language.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import type { OrganizationsApi } from "../../organizations/routes.ts";
import type { ProjectApi } from "../routes.ts";
import { answerWords } from "./answer-words.ts";
import { fundingWords } from "./funding-words.ts";
import { projectWords } from "./project-words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const cursor = new URL(given.request.url).searchParams.get("cursor");
  const param = { id: given.params.organization ?? "" };
  const [organization, list] = await Promise.all([
    read(client<OrganizationsApi>(visit).organizations[":id"].$get({ param })),
    read(client<ProjectApi>(visit).organizations[":id"].projects.$get({ param, query: { limit: "50", ...(cursor && { cursor }) } })),
  ]);
  return { organization: { slug: organization.slug, name: organization.name }, ...list };
}

/** The projects of an organization one has to do with. */
export default function Projects() {
  const { organization, items, nextCursor, abilities, grants } = useLoaderData<typeof loader>();
  const { language } = useShell();
  const text = projectWords[language];
  const funding = fundingWords[language];
  const path = `/${language}/organizations/${organization.slug}`;
  return (
    <Page title={`${text.projects}, ${organization.name}`} area={{ kind: "public" }}>
      <div className="frame section-s stack">
        <Crumbs trail={[{ label: organization.name, href: path }, { label: text.projects }]} language={language} />
        <div className="page-head">
          <div>
            <h1>{text.projects}</h1>
            <p className="lead">{text.lead({ name: organization.name })}</p>
          </div>
          {abilities.create && (
            <div className="buttons">
              {abilities.readReports && (
                <a className="button" href={`${path}/report-packs`}>
                  {answerWords[language].received}
                </a>
              )}
              <a className="button" href={`${path}/state-aid`}>
                {text.stateAid}
              </a>
              <a className="button lit" href={`${path}/projects/new`}>
                {text.newTitle}
              </a>
            </div>
          )}
        </div>
        {grants.length > 0 && (
          <Notice kind="note" title={funding.granted}>
            <ul className="plain-list">
              {grants.map(({ submissionId, title, funder, call }) => (
                <li key={submissionId}>
                  {funding.grantedFor({ title, funder: funder.name, call: inLanguage(call.title, language) })}{" "}
                  <a href={`${path}/projects/new?grant=${submissionId}`}>{text.ofGrant}</a>
                </li>
              ))}
            </ul>
          </Notice>
        )}
        {items.length === 0 ? (
          <StatePane state="empty" title={text.none}>
            <p>{text.noneAbout}</p>
          </StatePane>
        ) : (
          <DataTable
            caption={text.projects}
            isCaptionHidden
            rows={items}
            keyOf={({ id }) => id}
            columns={[
              {
                label: text.name,
                isHeading: true,
                cell: ({ slug, titles }) => <a href={`/${language}/projects/${slug}`}>{inLanguage(titles, language)}</a>,
              },
              {
                label: text.periodLabel,
                cell: ({ from, to }) => text.period({ from: dateWithYear(from, language), to: dateWithYear(to, language) }),
              },
              { label: text.leader, cell: ({ lead }) => lead?.name ?? "–" },
              { label: text.planned, isNumeric: true, cell: ({ plannedOre }) => money(plannedOre, language) },
              { label: text.spent, isNumeric: true, cell: ({ spentOre }) => money(spentOre, language) },
              {
                label: text.deadline,
                cell: ({ nextDeadline }) => (nextDeadline ? dateWithYear(nextDeadline, language) : text.noDeadline),
              },
            ]}
          />
        )}
        <ShowMore cursor={nextCursor} language={language} />
      </div>
    </Page>
  );
}
