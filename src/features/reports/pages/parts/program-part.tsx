import { inLanguage } from "../../../../interface/in-language.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { addDays } from "../../../../platform/time/day.ts";
import { Comparison, SurvivalBox, SurvivalSentences, survivalWords, TargetBar } from "../../../programs/parts.ts";
import { programHeading } from "../../program-heading.ts";
import { paragraphsOf } from "../report-text.ts";
import { reportWords } from "../report-words.ts";
import type { ReportData } from "./report-part.tsx";

type Part = Extract<ReportData["parts"][number], { program: string }>;
type ProgramPartProps = { part: Part; place: number; report: ReportData; language: Language };

/** What became of a program's startups: the curve with its words and table, or the targets with what is reached of them. */
export function ProgramPart({ part, place, report, language }: ProgramPartProps) {
  const told = part.kind === "survival" ? curveOf(part, report) : report.targets.find(({ program }) => program.slug === part.program);
  if (!told) return null;
  const words = (
    <>
      <h2 id={`part-${place}`}>
        {inLanguage(part.headings, language) || programHeading(part.kind, inLanguage(told.program.names, language), language)}
      </h2>
      {paragraphsOf(inLanguage(part.texts, language), report.figures, language).map((line) => (
        <p key={line}>{line}</p>
      ))}
    </>
  );
  const program = (
    <p>
      <a href={`/${language}/programs/${part.program}`}>{inLanguage(told.program.names, language)}</a>
    </p>
  );
  if ("targets" in told)
    return (
      <section className="frame section-s columns" aria-labelledby={`part-${place}`}>
        <div className="stack">
          {words}
          {program}
        </div>
        <div>
          {told.targets.length === 0 && <p className="soft">{reportWords[language].noTargets}</p>}
          {told.targets.map((target) => (
            <div key={target.id}>
              <h3>{inLanguage(target.name, language)}</h3>
              <TargetBar target={target} today={addDays(report.to, -1)} language={language} />
            </div>
          ))}
        </div>
      </section>
    );
  const text = survivalWords[language];
  const curveNumber = report.survivals.indexOf(told) + 1;
  const { comparison, definitions, ...curve } = told;
  const survival = { ...curve, definition: inLanguage(definitions, language) };
  return (
    <section className="frame section-s" aria-labelledby={`part-${place}`}>
      <div className={curve.isSuppressed ? "stack" : "chapter"}>
        <div className="stack">
          {words}
          {curve.isSuppressed ? (
            <p>{curve.n === 0 ? text.none : text.suppressedAbout({ n: String(curve.n) })}</p>
          ) : (
            <SurvivalSentences survival={survival} language={language} />
          )}
          {comparison && <Comparison comparison={comparison} language={language} />}
          <details className="small">
            <summary>{text.how}</summary>
            <p>{survival.definition}</p>
          </details>
          {report.publishedAt && !curve.isSuppressed && (
            <p>
              <a href={`/${language}/reports/${report.slug}/curves/${curveNumber}`}>
                {reportWords[language].seeRows}
                <span className="hidden">: {inLanguage(told.program.names, language)}</span>
              </a>
            </p>
          )}
          {program}
        </div>
        {!curve.isSuppressed && <SurvivalBox survival={survival} language={language} />}
      </div>
    </section>
  );
}

function curveOf({ program, clock, merged }: Extract<Part, { kind: "survival" }>, { survivals }: ReportData) {
  return survivals.find((one) => one.program.slug === program && one.clock === clock && one.merged === merged);
}
