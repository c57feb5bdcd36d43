import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { attempt, client, read } from "../../../../interface/api-client.ts";
import { SelectField } from "../../../../interface/components/choice-field.tsx";
import { Crumbs } from "../../../../interface/components/crumbs.tsx";
import { FigureRoom } from "../../../../interface/components/figure.tsx";
import { Notice } from "../../../../interface/components/notice.tsx";
import { number } from "../../../../interface/format.ts";
import { Page, useShell } from "../../../../interface/page.tsx";
import { signedIn, type Visit, visitOf } from "../../../../interface/visit.ts";
import { addDays } from "../../../../platform/time/day.ts";
import type { GeographyApi } from "../../../geography/routes.ts";
import type { OrganizationsApi } from "../../../organizations/routes.ts";
import { regionWords } from "../../regions/pages/region-words.ts";
import { topics } from "../metric.ts";
import type { MetricApi } from "../routes.ts";
import { writeFigure } from "../write-figure.ts";
import { askedWindow, windowWithin } from "./asked-window.ts";
import { metricWords } from "./metric-words.ts";
import { factsOf } from "./parts/figure-facts.ts";
import { WindowForm } from "./parts/window-form.tsx";
import { subjectOf } from "./subject.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = visitOf(given);
  const asked = new URL(given.request.url).searchParams;
  const subject = await subjectOf(visit, given.params, asked.get("borders") ?? undefined);
  const { wrong, typed, before, today, ...window } = windowWithin(askedWindow(asked, visit.now), subject);
  const of = client<MetricApi>(visit).metrics;
  const { items } = await read(of.$get({ query: subject.query }));
  const query = { ...subject.query, ...window, compareFrom: before.from, compareTo: before.to };
  const figures = await Promise.all(items.map(({ id }) => read(of[":id"].$get({ param: { id }, query }))));
  const around = "organization" in subject.query ? await areasOf(visit, subject.query.organization) : undefined;
  return {
    subject,
    areas: around?.items ?? [],
    isPublicBody: around?.isPublicBody ?? false,
    counties: around?.counties ?? [],
    drawsRegions: around?.drawsRegions ?? false,
    window,
    today,
    typed,
    wrong,
    figures: figures.filter(isOfUse),
  };
}

// a public body sees what is done where it is; the operator says which county that is
async function areasOf(visit: Visit, organization: string) {
  const param = { id: organization };
  const [{ items, abilities }, { kinds }] = await Promise.all([
    read(client<MetricApi>(visit).organizations[":id"].areas.$get({ param })),
    read(client<OrganizationsApi>(visit).organizations[":id"].$get({ param })),
  ]);
  const isPublicBody = kinds.some((kind) => kind === "county" || kind === "municipality") && abilities.setCounty;
  const counties = isPublicBody ? (await read(client<GeographyApi>(visit).counties.$get({ query: {} }))).items : [];
  return {
    items,
    isPublicBody,
    drawsRegions: abilities.drawRegions,
    counties: counties.map(({ number, name }) => ({ value: number, label: name })),
  };
}

export async function action(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const form = await given.request.formData();
  const param = { id: given.params.organization ?? "" };
  const json = { county: String(form.get("county") ?? "") || null };
  const { problem } = await attempt(client<MetricApi>(visit).organizations[":id"].county.$put({ param, json }));
  if (problem) return data({ problem }, { status: problem.status });
  return redirect(`/${visit.language}/organizations/${param.id}/figures`, 303);
}

/** What an organization, or all in an area, can count, over a period beside the year before; every figure opens. */
export default function Figures() {
  const { subject, areas, isPublicBody, counties, drawsRegions, window, today, typed, wrong, figures } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
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
            <h1>{subject.home ? text.title : text.areaFigures({ name: subject.name })}</h1>
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
              {drawsRegions && (
                <a className="button" href={`/${language}${subject.home}/regions`}>
                  {regionWords[language].title}
                </a>
              )}
              <a className="button" href={`/${language}${subject.home}/reports`}>
                {text.reports}
              </a>
            </div>
          )}
        </div>
        {refused && <Notice kind="wrong" role="alert" title={refused.problem.title} />}
        {isPublicBody && (
          <details className="small">
            <summary>{text.county}</summary>
            <form method="post" className="form measure">
              <SelectField
                name="county"
                label={text.county}
                hint={text.countyAbout}
                options={[{ value: "", label: text.countyOfOffice }, ...counties]}
                defaultValue={areas.find(({ key }) => key.startsWith("county-"))?.key.slice(7) ?? ""}
                isOptional
                language={language}
              />
              <button className="button small" type="submit">
                {text.saveCounty}
              </button>
            </form>
          </details>
        )}
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
        {subject.home === null && <p className="small soft">{text.notInAreas}</p>}
      </div>
    </Page>
  );
}

// what an organization has none of this year or last would only stand in the way; of its members none is an answer too
function isOfUse({ topic, n, compared }: { topic: string; n: number; compared?: { value: number | null } | undefined }): boolean {
  return topic === "members" || n > 0 || (compared?.value ?? 0) > 0;
}
