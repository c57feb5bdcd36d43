import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { client, read } from "../../../interface/api-client.ts";
import { Crumbs } from "../../../interface/components/crumbs.tsx";
import { ShowMore } from "../../../interface/components/show-more.tsx";
import { dateWithYear } from "../../../interface/format.ts";
import { inLanguage } from "../../../interface/in-language.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { visitOf } from "../../../interface/visit.ts";
import { addDays } from "../../../platform/time/day.ts";
import { metricWords } from "../metrics/pages/metric-words.ts";
import { FigureRows } from "../metrics/pages/parts/figure-rows.tsx";
import type { MetricApi } from "../metrics/routes.ts";
import { rowOrders } from "../metrics/row-order.ts";
import { writeFigure } from "../metrics/write-figure.ts";
import type { ReportApi } from "../routes.ts";
import { reportWords } from "./report-words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = visitOf(given);
  const asked = new URL(given.request.url).searchParams;
  const cursor = asked.get("cursor");
  const order = rowOrders.find((one) => one === asked.get("order")) ?? "day";
  const of = client<ReportApi>(visit).reports[":id"];
  const id = given.params.report ?? "";
  const metric = given.params.metric ?? "";
  const [report, rows] = await Promise.all([
    read(of.$get({ param: { id } })),
    read(of.figures[":metric"].rows.$get({ param: { id, metric }, query: { limit: "50", order, ...(cursor && { cursor }) } })),
  ]);
  const figure = report.figures.find((one) => one.metric === metric);
  if (!figure) throw new Response(null, { status: 404 });
  return { report, figure, rows, order, now: await countNow(given, report, metric) };
}

// beside what was frozen stands what the rows come to now, for those who may count it
async function countNow(
  given: LoaderFunctionArgs,
  report: { organization: { slug: string }; area: string | null; from: string; to: string; borders: string },
  id: string,
) {
  const subject = report.area ? { area: report.area, borders: report.borders } : { organization: report.organization.slug };
  const query = { ...subject, from: report.from, to: report.to };
  const answer = await client<MetricApi>(visitOf(given)).metrics[":id"].$get({ param: { id }, query });
  return answer.ok ? (await answer.json()).value : undefined;
}

/** The rows a published figure was counted from, as they were then. */
export default function ReportRows() {
  const { report, figure, rows, order, now } = useLoaderData<typeof loader>();
  const { language } = useShell();
  const text = reportWords[language];
  const { name, definition, population } = figure.texts[language];
  const title = inLanguage(report.titles, language);
  const path = `/${language}/reports/${report.slug}`;
  return (
    <Page title={`${text.rowsTitle({ name })}, ${title}`} area={{ kind: "public" }}>
      <div className="frame section-s stack">
        <Crumbs
          trail={[
            { label: text.reports, href: `/${language}/organizations/${report.organization.slug}/reports` },
            { label: title, href: path },
            { label: name },
          ]}
          language={language}
        />
        <div className="page-head">
          <div>
            <h1>{text.rowsTitle({ name })}</h1>
            <p className="lead">
              <b>{writeFigure(figure.value, figure, language)}</b>{" "}
              {metricWords[language].during({
                amount: metricWords[language].unit[figure.unit],
                from: dateWithYear(report.from, language),
                to: dateWithYear(addDays(report.to, -1), language),
              })}
            </p>
            <p>
              {definition} {population}.
            </p>
            {now !== undefined && now !== figure.value && (
              <p className="soft">{text.now({ amount: writeFigure(now, figure, language) })}</p>
            )}
          </div>
        </div>
        <FigureRows
          rows={{
            ...rows,
            items: rows.items.map((row) => ({ ...row, key: String(row.number), label: row.label ?? text.person })),
          }}
          metric={{ name, kind: figure.kind }}
          order={order}
          inOrder={(one) => `${path}/figures/${figure.metric}?order=${one}`}
          language={language}
        />
        <ShowMore
          cursor={rows.nextCursor}
          to={(cursor) => `${path}/figures/${figure.metric}?order=${order}&cursor=${encodeURIComponent(cursor)}`}
          language={language}
        />
      </div>
    </Page>
  );
}
