import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { client, read } from "../../../../interface/api-client.ts";
import { Bars } from "../../../../interface/components/bars.tsx";
import { Crumbs } from "../../../../interface/components/crumbs.tsx";
import { Downloads } from "../../../../interface/components/downloads.tsx";
import { dateWithYear } from "../../../../interface/format.ts";
import { words } from "../../../../interface/messages.ts";
import { Page, useShell } from "../../../../interface/page.tsx";
import { visitOf } from "../../../../interface/visit.ts";
import { addDays } from "../../../../platform/time/day.ts";
import { partLabel } from "../part-label.ts";
import { partings } from "../parting.ts";
import type { MetricApi } from "../routes.ts";
import { rowOrders } from "../row-order.ts";
import { standingFigures } from "../standing.ts";
import { writeFigure } from "../write-figure.ts";
import { askedWindow, windowWithin } from "./asked-window.ts";
import { metricWords } from "./metric-words.ts";
import { factsOf } from "./parts/figure-facts.ts";
import { FigureRows } from "./parts/figure-rows.tsx";
import { WindowForm } from "./parts/window-form.tsx";
import { subjectOf } from "./subject.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = visitOf(given);
  const asked = new URL(given.request.url).searchParams;
  const by = partings.find((one) => one === asked.get("by")) ?? (standingFigures.has(given.params.metric ?? "") ? "municipality" : "month");
  const key = asked.get("key");
  const order = rowOrders.find((one) => one === asked.get("order")) ?? "day";
  const cursor = asked.get("cursor");
  const of = client<MetricApi>(visit).metrics[":id"];
  const param = { id: given.params.metric ?? "" };
  const subject = await subjectOf(visit, given.params, asked.get("borders") ?? undefined);
  const { wrong, typed, before, today, ...window } = windowWithin(askedWindow(asked, visit.now), subject);
  const query = { ...subject.query, ...window };
  const [figure, rows] = await Promise.all([
    read(of.$get({ param, query: { ...query, by, compareFrom: before.from, compareTo: before.to } })),
    read(of.rows.$get({ param, query: { ...query, limit: "50", order, ...(key && { by, key }), ...(cursor && { cursor }) } })),
  ]);
  return { figure, rows, subject, window, today, typed, wrong, by, key, order };
}

/** One figure: what it is, its parts drawn, and the rows it was counted from. */
export default function Figure() {
  const { figure, rows, subject, window, today, typed, wrong, by, key, order } = useLoaderData<typeof loader>();
  const { language } = useShell();
  const text = metricWords[language];
  const all = `/${language}${subject.path}`;
  const path = `${all}/${figure.id}`;
  const period = { from: window.from, last: addDays(window.to, -1), borders: window.borders };
  const here = (more: Record<string, string>) => `${path}?${new URLSearchParams({ ...period, ...more })}`;
  const facts = factsOf(figure, language);
  const write = (value: number | null) => writeFigure(value, figure, language);
  const opened = figure.values?.find((part) => part.key === key);
  return (
    <Page title={`${figure.name}, ${subject.name}`} area={{ kind: "public" }}>
      <div className="frame section-s">
        <Crumbs
          trail={[
            { label: subject.name, ...(subject.home && { href: `/${language}${subject.home}` }) },
            { label: text.title, href: `${all}?${new URLSearchParams(period)}` },
            { label: figure.name },
          ]}
          language={language}
        />
        <div className="page-head">
          <div>
            <h1>{figure.name}</h1>
            <p className="lead">
              <b>{write(figure.value)}</b> {text.during({ ...dates(window), amount: text.unit[figure.unit] })}
              {figure.compared && `. ${text.lastYear({ amount: write(figure.compared.value) })}.`}
            </p>
          </div>
        </div>
        <WindowForm path={path} window={window} typed={typed} wrong={wrong} today={today} language={language} />
        <div className="columns section-s">
          <section className="stack" aria-labelledby="parts">
            <h2 id="parts">{text.by[by]}</h2>
            <ul className="chips">
              {partings.map((one) => (
                <li key={one}>
                  <a className="chip" href={here({ by: one })} aria-current={one === by ? "true" : undefined}>
                    {text.by[one]}
                  </a>
                </li>
              ))}
            </ul>
            {figure.values?.length ? (
              <Bars
                caption={`${figure.name}: ${text.by[by]}`}
                isCaptionHidden
                headings={[text.part, text.amount]}
                bars={figure.values.map((part) => ({
                  key: part.key,
                  label: partLabel(by, part, language),
                  value: part.value,
                  amount: part.isHeldBack ? (
                    <span className="small soft">{text.heldBack}</span>
                  ) : (
                    <a href={`${here({ by, key: part.key })}#rows`}>{write(part.value)}</a>
                  ),
                }))}
              />
            ) : (
              <p className="soft">{text.noRows}</p>
            )}
          </section>
          <section aria-labelledby="what">
            <h2 id="what">{text.definition}</h2>
            <dl className="figure-facts">
              {(
                [
                  [text.definition, figure.definition],
                  [text.population, figure.population],
                  [text.sources, facts.source],
                  [text.missing, facts.missing],
                  [text.borders, dateWithYear(window.borders, language)],
                  [text.counted, facts.computed],
                ] as const
              ).map(([name, fact]) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{fact}</dd>
                </div>
              ))}
            </dl>
            <p className="small soft">{text.version({ version: figure.version })}</p>
            {figure.area && figure.area.unclear > 0 && <p className="small">{text.unclear({ n: figure.area.unclear })}</p>}
          </section>
        </div>
        <section className="section-s stack" aria-labelledby="rows">
          <h2 id="rows">{opened ? text.rowsOf({ name: figure.name, part: partLabel(by, opened, language) }) : text.rows}</h2>
          {opened && (
            <p>
              <a href={`${here({ by })}#rows`}>{text.wholeFigure}</a>
            </p>
          )}
          <FigureRows
            rows={rows}
            metric={figure}
            order={order}
            inOrder={(one) => `${here({ by, ...(key && { key }), order: one })}#rows`}
            language={language}
          />
          {rows.nextCursor && (
            <p>
              <a className="button" href={`${here({ by, ...(key && { key }), order, cursor: rows.nextCursor })}#rows`}>
                {words[language].showMore}
              </a>
            </p>
          )}
          <Downloads
            path={`/metrics/${figure.id}/rows`}
            filters={{ ...subject.query, ...window, ...(key && { by, key }) }}
            language={language}
          />
        </section>
      </div>
    </Page>
  );

  function dates({ from, to }: { from: string; to: string }) {
    return { from: dateWithYear(from, language), to: dateWithYear(addDays(to, -1), language) };
  }
}
