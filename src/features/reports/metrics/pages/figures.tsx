import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { client, read } from "../../../../interface/api-client.ts";
import { Crumbs } from "../../../../interface/components/crumbs.tsx";
import { FigureRoom } from "../../../../interface/components/figure.tsx";
import { number } from "../../../../interface/format.ts";
import { Page, useShell } from "../../../../interface/page.tsx";
import { type Visit, visitOf } from "../../../../interface/visit.ts";
import { addDays } from "../../../../platform/time/day.ts";
import { topics } from "../metric.ts";
import type { MetricApi } from "../routes.ts";
import { writeFigure } from "../write-figure.ts";
import { askedWindow } from "./asked-window.ts";
import { metricWords } from "./metric-words.ts";
import { factsOf } from "./parts/figure-facts.ts";
import { WindowForm } from "./parts/window-form.tsx";
import { subjectOf } from "./subject.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = visitOf(given);
  const subject = await subjectOf(visit, given.params);
  const { wrong, typed, before, today, ...window } = askedWindow(new URL(given.request.url).searchParams, visit.now);
  const of = client<MetricApi>(visit).metrics;
  const { items } = await read(of.$get({ query: subject.query }));
  const query = { ...subject.query, ...window, compareFrom: before.from, compareTo: before.to };
  const figures = await Promise.all(items.map(({ id }) => read(of[":id"].$get({ param: { id }, query }))));
  const around = "organization" in subject.query ? await areasOf(visit, subject.query.organization) : [];
  return {
    subject,
    areas: around,
    window,
    today,
    typed,
    wrong,
    figures: figures.filter(isOfUse),
  };
}

// a public body sees what is done where it is
async function areasOf(visit: Visit, organization: string) {
  const { items } = await read(client<MetricApi>(visit).organizations[":id"].areas.$get({ param: { id: organization } }));
  return items;
}

/** What an organization, or all in an area, can count, over a period beside the year before; every figure opens. */
export default function Figures() {
  const { subject, areas, window, today, typed, wrong, figures } = useLoaderData<typeof loader>();
  const { language } = useShell();
  const text = metricWords[language];
  const path = `/${language}${subject.path}`;
  const query = new URLSearchParams({ from: window.from, last: addDays(window.to, -1), borders: window.borders });
  const noteOf = (figure: (typeof figures)[number]) => {
    const before = text.lastYear({ amount: writeFigure(figure.compared?.value ?? null, figure, language) });
    return figure.value === null ? `${text.nothing}. ${before}` : before;
  };
  return (
    <Page title={`${text.title}, ${subject.name}`} area={{ kind: "public" }}>
      <div className="frame section-s">
        <Crumbs
          trail={[{ label: subject.name, ...(subject.home && { href: `/${language}${subject.home}` }) }, { label: text.title }]}
          language={language}
        />
        <div className="page-head">
          <div>
            <h1>{text.title}</h1>
            <p className="lead">{subject.home ? text.lead({ name: subject.name }) : text.areaLead({ name: subject.name })}</p>
            {areas.length > 0 && (
              <ul className="chips">
                {areas.map(({ key, name }) => (
                  <li key={key}>
                    <a className="chip" href={`/${language}/areas/${key}/figures`}>
                      {text.areaFigures({ name })}
                    </a>
                  </li>
                ))}
              </ul>
            )}
          </div>
          {subject.home && (
            <div className="buttons">
              <a className="button" href={`/${language}${subject.home}/reports`}>
                {text.reports}
              </a>
            </div>
          )}
        </div>
        <WindowForm path={path} window={window} typed={typed} wrong={wrong} today={today} language={language} />
        {topics
          .filter((topic) => figures.some((figure) => figure.topic === topic))
          .map((topic) => (
            <section key={topic} className="section-s stack" aria-labelledby={topic}>
              <h2 id={topic}>{text.topics[topic]}</h2>
              <div className="figure-rooms">
                {figures
                  .filter((figure) => figure.topic === topic)
                  .map((figure) => (
                    <FigureRoom
                      key={figure.id}
                      label={figure.name}
                      amount={writeFigure(figure.value, figure, language)}
                      note={noteOf(figure)}
                      {...factsOf(figure, language)}
                      language={language}
                    >
                      <p>
                        <a href={`${path}/${figure.id}?${query}`}>
                          {text.seeRows} ({number(figure.n, language)})<span className="hidden">: {figure.name}</span>
                        </a>
                      </p>
                    </FigureRoom>
                  ))}
              </div>
            </section>
          ))}
      </div>
    </Page>
  );
}

// what an organization has none of this year or last would only stand in the way; of its members none is an answer too
function isOfUse({ topic, n, compared }: { topic: string; n: number; compared?: { value: number | null } | undefined }): boolean {
  return topic === "members" || n > 0 || (compared?.value ?? 0) > 0;
}
