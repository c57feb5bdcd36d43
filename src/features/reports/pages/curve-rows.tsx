import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { client, read } from "../../../interface/api-client.ts";
import { Crumbs } from "../../../interface/components/crumbs.tsx";
import { DataTable } from "../../../interface/components/data-table.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import { ShowMore } from "../../../interface/components/show-more.tsx";
import { dateWithYear, number } from "../../../interface/format.ts";
import { inLanguage } from "../../../interface/in-language.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { visitOf } from "../../../interface/visit.ts";
import { survivalWords } from "../../programs/parts.ts";
import { metricWords } from "../metrics/pages/metric-words.ts";
import type { ReportApi } from "../routes.ts";
import { reportWords } from "./report-words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const cursor = new URL(given.request.url).searchParams.get("cursor");
  const of = client<ReportApi>(visitOf(given)).reports[":id"];
  const id = given.params.report ?? "";
  const curve = given.params.curve ?? "";
  const [report, rows] = await Promise.all([
    read(of.$get({ param: { id } })),
    read(of.curves[":curve"].rows.$get({ param: { id, curve }, query: { limit: "50", ...(cursor && { cursor }) } })),
  ]);
  const drawn = report.survivals[Number(curve) - 1];
  if (!drawn) throw new Response(null, { status: 404 });
  return { report, drawn, rows };
}

/** The startups behind a curve of a published report, as they were known then. */
export default function CurveRows() {
  const { report, drawn, rows } = useLoaderData<typeof loader>();
  const { language } = useShell();
  const text = reportWords[language];
  const title = inLanguage(report.titles, language);
  const name = text.rowsTitle({ name: inLanguage(drawn.program.names, language) });
  const years = (value: number) => number(Math.round(value * 100) / 100, language);
  const isLate = rows.items.some(({ entry }) => entry > 0);
  return (
    <Page title={`${name}, ${title}`} area={{ kind: "public" }}>
      <div className="frame section-s stack">
        <Crumbs
          trail={[
            { label: text.reports, href: `/${language}/organizations/${report.organization.slug}/reports` },
            { label: title, href: `/${language}/reports/${report.slug}` },
            { label: name },
          ]}
          language={language}
        />
        <h1>{name}</h1>
        <p className="lead">{text.yearsFrom({ clock: survivalWords[language].clocks[drawn.clock] })}</p>
        <p>{inLanguage(drawn.definitions, language)}</p>
        {!rows.isKept && <p className="soft">{text.curveNotKept}</p>}
        {rows.hidden > 0 && (
          <Notice
            kind="light"
            icon="lock"
            title={metricWords[language].hiddenRows({ hidden: number(rows.hidden, language), n: number(rows.n, language) })}
          />
        )}
        {rows.items.length > 0 && (
          <DataTable
            caption={name}
            isCaptionHidden
            rows={rows.items}
            keyOf={(row) => String(row.number)}
            columns={[
              { label: text.startup, isHeading: true, cell: ({ label, path }) => <a href={`/${language}${path}`}>{label}</a> },
              { label: text.intake, cell: ({ intakeOn }) => dateWithYear(intakeOn, language) },
              ...(isLate
                ? [{ label: text.followedFrom, isNumeric: true, cell: ({ entry }: (typeof rows.items)[number]) => years(entry) }]
                : []),
              { label: text.followedUntil, isNumeric: true, cell: ({ exit }) => years(exit) },
              { label: text.thenWhat, cell: ({ isEnd }) => (isEnd ? text.ended : text.stillKnown) },
            ]}
          />
        )}
        <ShowMore cursor={rows.nextCursor} language={language} />
      </div>
    </Page>
  );
}
