import { Bars } from "../../../../interface/components/bars.tsx";
import { inLanguage } from "../../../../interface/in-language.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { goalOf } from "../../goal.ts";
import { writeFigure } from "../../metrics/write-figure.ts";
import { paragraphsOf } from "../report-text.ts";
import { reportWords } from "../report-words.ts";
import { type ReportData, RowsLink } from "./report-part.tsx";

type Part = Extract<ReportData["parts"][number], { kind: "goal" }>;
type GoalPartProps = { part: Part; place: number; report: ReportData; language: Language };

/** A figure beside its target: how much is reached, drawn, and the same in a table. */
export function GoalPart({ part, place, report, language }: GoalPartProps) {
  const text = reportWords[language];
  const figure = report.figures.find(({ metric }) => metric === part.metric);
  if (!figure) return null;
  const { share, left } = goalOf(figure.value, part.amount);
  const write = (value: number | null) => writeFigure(value, figure, language);
  const percent = new Intl.NumberFormat(language, { style: "percent" }).format(share ?? 0);
  const words = share === null ? text.goalUnknown : text.goalReached({ reached: write(figure.value), amount: write(part.amount), percent });
  return (
    <section className="frame section-s columns" aria-labelledby={`part-${place}`}>
      <div className="stack">
        <h2 id={`part-${place}`}>{inLanguage(part.headings, language) || figure.texts[language].name}</h2>
        {paragraphsOf(inLanguage(part.texts, language), report.figures, language).map((line) => (
          <p key={line}>{line}</p>
        ))}
        <p className="small soft">{figure.texts[language].definition}</p>
        <p>
          <RowsLink figure={figure} report={report} language={language} />
        </p>
      </div>
      <div className="stack">
        <div className="target-bar" role="img" aria-label={words}>
          <i className="sure" style={{ width: `${Math.max(0, Math.min(1, share ?? 0)) * 100}%` }} />
        </div>
        <p>
          <b>{words}</b>
        </p>
        <Bars
          caption={`${figure.texts[language].name}: ${text.goal}`}
          isCaptionHidden
          headings={[text.asTable, text.amount]}
          bars={[
            { key: "reached", label: text.reached, value: figure.value, amount: write(figure.value) },
            { key: "goal", label: text.goal, value: part.amount, amount: write(part.amount) },
            { key: "left", label: text.left, value: left, amount: write(left) },
          ]}
        />
      </div>
    </section>
  );
}
