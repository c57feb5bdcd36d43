import { StatePane } from "../../../../interface/components/state-drawing.tsx";
import { number } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { curveRowWords } from "../../survival/curve-row-words.ts";
import { survivalWords } from "../../survival/survival-words.ts";
import type { LoadedProgram } from "../load-program.ts";
import { SurvivalForm } from "./survival-form.tsx";
import { Comparison, SurvivalBox, SurvivalSentences } from "./survival-story.tsx";

type Props = LoadedProgram & { language: Language };

/** The curve with what it says in words, how it is counted, and the same as a table. No share stands without its years. */
export function ProgramSurvival({ program, survival, comparison, asked, language }: Props) {
  const text = survivalWords[language];
  const count = (value: number) => number(value, language);
  // on the clock of age those without a founding day are there, and left out
  const hasNone = survival.n + survival.missing === 0;
  if (survival.isSuppressed) {
    return (
      <section className="frame section" aria-labelledby="survival">
        <h2 id="survival">{text.heading}</h2>
        <StatePane state="empty" title={hasNone ? text.none : text.suppressed} level={3}>
          <p>{hasNone ? text.noneAbout : text.suppressedAbout({ n: count(survival.n) })}</p>
          {survival.missing > 0 && <p>{text.missing({ missing: count(survival.missing) })}</p>}
        </StatePane>
        {!hasNone || asked.cohort ? <SurvivalForm program={program} asked={asked} language={language} /> : null}
      </section>
    );
  }
  return (
    <section className="frame section" aria-labelledby="survival">
      <div className="chapter">
        <div className="stack">
          <h2 id="survival">{text.heading}</h2>
          <SurvivalSentences survival={survival} language={language} />
          {comparison && <Comparison comparison={comparison} language={language} />}
          <SurvivalForm program={program} asked={asked} language={language} />
          {program.abilities.advise && (
            <p className="small">
              <a href={curvePath(program.slug, asked, language)}>{curveRowWords[language].see}</a>
            </p>
          )}
          <details className="small">
            <summary>{text.how}</summary>
            <p>{survival.definition}</p>
          </details>
        </div>
        <SurvivalBox survival={survival} language={language} />
      </div>
    </section>
  );
}

/** Where the rows of the curve are, counted as the curve is. */
export function curvePath(program: string, { clock, merged, cohort }: Props["asked"], language: Language): string {
  return `/${language}/programs/${program}/survival?${new URLSearchParams({ clock, merged, ...(cohort && { cohort }) })}`;
}
