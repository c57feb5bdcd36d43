import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { client, read } from "../../../interface/api-client.ts";
import { Crumbs } from "../../../interface/components/crumbs.tsx";
import { DataTable } from "../../../interface/components/data-table.tsx";
import { ShowMore } from "../../../interface/components/show-more.tsx";
import { StatePane } from "../../../interface/components/state-drawing.tsx";
import { dateWithYear } from "../../../interface/format.ts";
import { inLanguage } from "../../../interface/in-language.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { visitOf } from "../../../interface/visit.ts";
import { addDays } from "../../../platform/time/day.ts";
import type { OrganizationsApi } from "../../organizations/routes.ts";
import type { ReportApi } from "../routes.ts";
import { areaOfReports } from "./parts/area-of-reports.ts";
import { reportWords } from "./report-words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = visitOf(given);
  const cursor = new URL(given.request.url).searchParams.get("cursor");
  const param = { id: given.params.organization ?? "" };
  const [organization, list] = await Promise.all([
    read(client<OrganizationsApi>(visit).organizations[":id"].$get({ param })),
    read(client<ReportApi>(visit).organizations[":id"].reports.$get({ param, query: { limit: "50", ...(cursor && { cursor }) } })),
  ]);
  return { organization: { slug: organization.slug, name: organization.name, kinds: organization.kinds }, ...list };
}

/** The reports of an organization. */
export default function Reports() {
  const { organization, items, nextCursor, abilities } = useLoaderData<typeof loader>();
  const { language } = useShell();
  const text = reportWords[language];
  const path = `/${language}/organizations/${organization.slug}/reports`;
  return (
    <Page title={`${text.reports}, ${organization.name}`} area={areaOfReports(organization, abilities.create)} current="reports">
      <div className="frame section-s stack">
        <Crumbs
          trail={[{ label: organization.name, href: `/${language}/organizations/${organization.slug}` }, { label: text.reports }]}
          language={language}
        />
        <div className="page-head">
          <div>
            <h1>{text.reports}</h1>
            <p className="lead">{text.lead({ name: organization.name })}</p>
          </div>
          {abilities.create && (
            <div className="buttons">
              <a className="button" href={`/${language}/organizations/${organization.slug}/stories`}>
                {text.writeStories}
              </a>
              <a className="button lit" href={`${path}/new`}>
                {text.newTitle}
              </a>
            </div>
          )}
        </div>
        {items.length === 0 ? (
          <StatePane state="empty" title={text.none}>
            <p>{text.noneAbout}</p>
          </StatePane>
        ) : (
          <DataTable
            caption={text.reports}
            isCaptionHidden
            rows={items}
            keyOf={({ id }) => id}
            columns={[
              {
                label: text.title,
                isHeading: true,
                cell: ({ slug, titles }) => <a href={`/${language}/reports/${slug}`}>{inLanguage(titles, language)}</a>,
              },
              {
                label: text.periodLabel,
                cell: ({ from, to }) => text.period({ from: dateWithYear(from, language), to: dateWithYear(addDays(to, -1), language) }),
              },
              {
                label: text.state,
                cell: ({ publishedAt }) =>
                  publishedAt
                    ? text.published({ day: dateWithYear(Temporal.Instant.from(publishedAt).toZonedDateTimeISO("Europe/Oslo"), language) })
                    : text.draft,
              },
            ]}
          />
        )}
        <ShowMore cursor={nextCursor} language={language} />
      </div>
    </Page>
  );
}
