import type { InferResponseType } from "hono/client";
import type { client } from "../../../../interface/api-client.ts";
import { Bars } from "../../../../interface/components/bars.tsx";
import { FigureRoom } from "../../../../interface/components/figure.tsx";
import { inLanguage } from "../../../../interface/in-language.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { addDays } from "../../../../platform/time/day.ts";
import { factsOf } from "../../metrics/pages/parts/figure-facts.ts";
import { partLabel } from "../../metrics/part-label.ts";
import { writeFigure } from "../../metrics/write-figure.ts";
import type { ReportApi } from "../../routes.ts";
import { StoryPart } from "../../stories/pages/parts/story-view.tsx";
import { paragraphsOf } from "../report-text.ts";
import { reportWords } from "../report-words.ts";
import { FigureMap } from "./figure-map.tsx";
import { GoalPart } from "./goal-part.tsx";
import { ProgramPart } from "./program-part.tsx";

export type ReportData = InferResponseType<ReturnType<typeof client<ReportApi>>["reports"][":id"]["$get"], 200>;
type PartProps = { part: ReportData["parts"][number]; place: number; report: ReportData; language: Language };

/** A part of a report as it is read. */
export function ReportPartView({ part, place, report, language }: PartProps) {
  const { figures } = report;
  if (part.kind === "figures")
    return (
      <section className="frame section-s" aria-label={`${reportWords[language].numbers} ${place + 1}`}>
        <div className="figure-rooms">
          {part.metrics.map((id) => {
            const figure = figures.find(({ metric }) => metric === id);
            return figure && <Room key={id} figure={figure} report={report} language={language} />;
          })}
        </div>
      </section>
    );
  if (part.kind === "survival" || part.kind === "targets")
    return <ProgramPart part={part} place={place} report={report} language={language} />;
  if (part.kind === "story") return <StoryPart id={part.story} place={place} report={report} language={language} />;
  if (part.kind === "goal") return <GoalPart part={part} place={place} report={report} language={language} />;
  const heading = inLanguage(part.headings, language);
  const told = paragraphsOf(inLanguage(part.texts, language), figures, language);
  const lines = told.map((line) => <p key={line}>{line}</p>);
  if (part.kind === "text")
    return (
      <section className="report-story" aria-labelledby={`part-${place}`}>
        <div className="frame section-s stack">
          <h2 id={`part-${place}`}>{heading}</h2>
          {lines}
        </div>
      </section>
    );
  const by = part.kind === "map" ? "municipality" : part.by;
  const figure = figures.find((one) => one.metric === part.metric && one.by === by);
  return figure ? (
    <section className="frame section-s columns" aria-labelledby={`part-${place}`}>
      <div className="stack">
        <h2 id={`part-${place}`}>{heading || figure.texts[language].name}</h2>
        {lines}
        <p className="small soft">{figure.texts[language].definition}</p>
        <p>
          <RowsLink figure={figure} report={report} language={language} />
        </p>
      </div>
      {figure.values.length === 0 ? (
        <p className="soft">{reportWords[language].nothing}</p>
      ) : (
        <div className="stack">
          {part.kind === "map" && <FigureMap figure={figure} places={report.places} language={language} />}
          <Bars
            caption={`${figure.texts[language].name}: ${reportWords[language].byWords[by]}`}
            isCaptionHidden
            headings={[reportWords[language].asTable, reportWords[language].amount]}
            bars={figure.values.map((one) => ({
              key: one.key,
              label: partLabel(by, one, language),
              value: one.value,
              amount: one.isHeldBack ? (
                <span className="small soft">{reportWords[language].heldBack}</span>
              ) : (
                writeFigure(one.value, figure, language)
              ),
            }))}
          />
        </div>
      )}
    </section>
  ) : null;
}

type Figure = ReportData["figures"][number];

function Room({ figure, report, language }: { figure: Figure; report: ReportData; language: Language }) {
  const { name, definition, population } = figure.texts[language];
  return (
    <FigureRoom
      label={name}
      amount={writeFigure(figure.value, figure, language)}
      note={reportWords[language].yearBefore({ amount: writeFigure(figure.compared.value, figure, language) })}
      {...factsOf({ ...figure, definition, population }, language)}
      language={language}
    >
      <RowsLink figure={figure} report={report} language={language} />
    </FigureRoom>
  );
}

/** Leads to the rows of a figure: of a draft as they are now. */
export function RowsLink({ figure, report, language }: { figure: Figure; report: ReportData; language: Language }) {
  const period = new URLSearchParams({ from: report.from, last: addDays(report.to, -1), borders: report.borders });
  const href = report.publishedAt
    ? `/${language}/reports/${report.slug}/figures/${figure.metric}`
    : `/${language}/${report.area ? `areas/${report.area}` : `organizations/${report.organization.slug}`}/figures/${figure.metric}?${period}`;
  return (
    <a href={href}>
      {reportWords[language].seeRows}
      <span className="hidden">: {figure.texts[language].name}</span>
    </a>
  );
}
