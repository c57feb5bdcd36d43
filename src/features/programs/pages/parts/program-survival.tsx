import { DataTable } from "../../../../interface/components/data-table.tsx";
import { Icon } from "../../../../interface/components/icon.tsx";
import { StatePane } from "../../../../interface/components/state-drawing.tsx";
import { number, percent } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import type { LoadedProgram } from "../load-program.ts";
import { survivalWords } from "../survival-words.ts";
import { pinnedOf, SurvivalCurve, said } from "./survival-curve.tsx";
import { SurvivalForm } from "./survival-form.tsx";

type Props = LoadedProgram & { language: Language };

/** The curve with what it says in words, how it is counted, and the same as a table. No share stands without its years. */
export function ProgramSurvival({ program, survival, comparison, asked, language }: Props) {
  const text = survivalWords[language];
  const count = (value: number) => number(value, language);
  if (survival.isSuppressed) {
    return (
      <section className="frame section" aria-labelledby="survival">
        <h2 id="survival">{text.heading}</h2>
        <StatePane state="empty" title={survival.n === 0 ? text.none : text.suppressed} level={3}>
          <p>{survival.n === 0 ? text.noneAbout : text.suppressedAbout({ n: count(survival.n) })}</p>
        </StatePane>
        {survival.n > 0 || asked.cohort ? <SurvivalForm program={program} asked={asked} language={language} /> : null}
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
          <details className="small">
            <summary>{text.how}</summary>
            <p>{survival.definition}</p>
          </details>
        </div>
        <figure className="survival-box room">
          <SurvivalCurve survival={survival} language={language} />
          <details className="as-table">
            <summary>
              <Icon name="rows" /> {text.asTable}
            </summary>
            <SurvivalTable survival={survival} language={language} />
          </details>
        </figure>
      </div>
    </section>
  );
}

type SurvivalProps = Pick<Props, "survival" | "language">;

function SurvivalSentences({ survival, language }: SurvivalProps) {
  const text = survivalWords[language];
  const pinned = pinnedOf(survival);
  const count = (value: number) => number(value, language);
  if (!pinned) return null;
  const years = text.years(pinned.years);
  const words = { ...said(pinned, language), years, n: count(survival.n) };
  const beside = survival.reference.filter(({ horizonYears }) => horizonYears === pinned.years);
  return (
    <>
      <p>
        {pinned.lower === null ? text.sentenceWithout(words) : survival.clock === "age" ? text.sentenceByAge(words) : text.sentence(words)}
      </p>
      {survival.unknown > 0 && (
        <p>
          {text.unknown({
            unknown: count(survival.unknown),
            failed: percent(pinned.allUnknownFailed, language),
            survived: percent(pinned.allUnknownSurvived, language),
            years,
          })}
        </p>
      )}
      {survival.missing > 0 && <p className="small soft">{text.missing({ missing: count(survival.missing) })}</p>}
      {survival.fewFrom !== null && (
        <p className="small soft">{text.ends({ years: text.yearsWith(number(Math.round(survival.fewFrom * 10) / 10, language)) })}</p>
      )}
      {beside.length > 0 && (
        <ul className="plain small">
          {beside.map((one) => {
            const about = { form: one.legalForm, years: text.years(one.horizonYears), n: count(one.n) };
            return (
              <li key={`${one.legalForm} ${one.cohort}`}>
                {text.national({ ...about, percent: percent(one.share, language), cohort: one.cohort })}{" "}
                {one.here ? text.here({ ...about, percent: percent(one.here.survival, language) }) : text.hereFew(about)}{" "}
                <a href={one.sourceUrl}>
                  {text.source}: {one.source}
                </a>
                .
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}

function Comparison({ comparison, language }: { comparison: NonNullable<Props["comparison"]>; language: Language }) {
  const text = survivalWords[language];
  const { first, second, logRank } = comparison;
  return (
    <p className="small">
      <b>{text.compareLead({ first: first.name, second: second.name })}.</b>{" "}
      {logRank === null
        ? text.notCompared
        : `${text.compared({ chi: number(logRank.chiSquare, language, 2), p: number(logRank.p, language, 3) })} ${logRank.p < 0.05 ? text.differs : text.same}`}
    </p>
  );
}

function SurvivalTable({ survival, language }: SurvivalProps) {
  const text = survivalWords[language];
  const share = (value: number | null) => (value === null ? "" : percent(value, language));
  const hasUnknown = survival.unknown > 0;
  return (
    <DataTable
      caption={text.caption}
      isCaptionHidden
      rows={survival.horizons}
      keyOf={({ years }) => String(years)}
      columns={[
        { label: text.year, isHeading: true, cell: ({ years }) => years },
        { label: text.atRisk, isNumeric: true, cell: ({ atRisk }) => number(atRisk, language) },
        { label: text.share, isNumeric: true, cell: (one) => percent(one.survival, language) },
        { label: text.from, isNumeric: true, cell: ({ lower }) => share(lower) },
        { label: text.until, isNumeric: true, cell: ({ upper }) => share(upper) },
        ...(hasUnknown
          ? [
              {
                label: text.allFailed,
                isNumeric: true,
                cell: (one: (typeof survival.horizons)[number]) => percent(one.allUnknownFailed, language),
              },
              {
                label: text.allSurvived,
                isNumeric: true,
                cell: (one: (typeof survival.horizons)[number]) => percent(one.allUnknownSurvived, language),
              },
            ]
          : []),
      ]}
    />
  );
}
