import { FigureRoom } from "../../../../interface/components/figure.tsx";
import { number, percent } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { pinnedOf } from "../../survival/curve-layout.ts";
import { curveRowWords } from "../../survival/curve-row-words.ts";
import { survivalWords } from "../../survival/survival-words.ts";
import type { LoadedProgram } from "../load-program.ts";
import { programWords } from "../program-words.ts";
import { computedInWords } from "./computed-in-words.ts";
import { intervalInWords } from "./interval-words.ts";
import { curvePath } from "./program-survival.tsx";

type FiguresProps = LoadedProgram & { language: Language };

/** The figures of a program, each with its door ajar: how it is counted, from how much, and the way to its rows. */
export function ProgramFigures({ program, survival, jobs, asked, language }: FiguresProps) {
  const text = programWords[language];
  const words = survivalWords[language];
  const count = (value: number) => number(value, language);
  const source = text.fromRows(count(jobs.n));
  const rows = program.abilities.advise ? (
    <a href={`/${language}/programs/${program.slug}/enrollments`}>{text.seeStartups}</a>
  ) : (
    <p className="small">{text.onlyThose}</p>
  );
  const pinned = pinnedOf(survival);
  const missing = (measure: "heads" | "fte") =>
    jobs[measure].missing > 0 ? { missing: text.lacking({ missing: count(jobs[measure].missing), of: count(jobs.n) }) } : {};
  return (
    <div className="figure-rooms">
      <FigureRoom
        label={text.figures.ever}
        amount={count(program.startups.ever)}
        note={program.firstIntake ? text.since(program.firstIntake.slice(0, 4)) : ""}
        definition={text.everDefinition}
        source={source}
        computed={computedInWords(jobs.computedAt, language)}
        language={language}
      >
        {rows}
      </FigureRoom>
      {(["heads", "fte"] as const).map((measure) => (
        <FigureRoom
          key={measure}
          label={text.figures[measure]}
          amount={intervalInWords(jobs[measure].net, language)}
          note={
            jobs[measure].missing > 0
              ? text.saidBy({ said: count(jobs.n - jobs[measure].missing), n: count(jobs.n) })
              : text.ofCompanies(count(jobs.n))
          }
          definition={jobs.definition}
          source={source}
          {...missing(measure)}
          computed={computedInWords(jobs.computedAt, language)}
          language={language}
        >
          {rows}
        </FigureRoom>
      ))}
      {pinned && (
        <FigureRoom
          label={text.figures.survival(words.years(pinned.years))}
          amount={percent(pinned.survival, language)}
          note={
            pinned.lower === null || pinned.upper === null
              ? text.ofCompanies(count(survival.n))
              : text.band({ lower: percent(pinned.lower, language), upper: percent(pinned.upper, language) })
          }
          definition={survival.definition}
          source={source}
          computed={computedInWords(survival.computedAt, language)}
          language={language}
        >
          {program.abilities.advise ? <a href={curvePath(program.slug, asked, language)}>{curveRowWords[language].see}</a> : rows}
        </FigureRoom>
      )}
    </div>
  );
}
