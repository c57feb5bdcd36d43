import { DataTable } from "../../../../interface/components/data-table.tsx";
import { Icon } from "../../../../interface/components/icon.tsx";
import { dateWithYear, number, percent } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { nationalWords } from "../../national/pages/national-words.ts";
import { pinnedOf } from "../../survival/curve-layout.ts";
import { survivalWords } from "../../survival/survival-words.ts";
import type { LoadedProgram, ShownSurvival } from "../load-program.ts";
import { SurvivalCurve, said } from "./survival-curve.tsx";

type SurvivalProps = { survival: ShownSurvival; language: Language };

/** The curve in its room, with the same as a table below. */
export function SurvivalBox({ survival, language }: SurvivalProps) {
  return (
    <figure className="survival-box room">
      <SurvivalCurve survival={survival} language={language} />
      <details className="as-table">
        <summary>
          <Icon name="rows" /> {survivalWords[language].asTable}
        </summary>
        <SurvivalTable survival={survival} language={language} />
      </details>
    </figure>
  );
}

/** What the curve says: the share with its years and limits, what nobody knows, and the country beside it. */
export function SurvivalSentences({ survival, language }: SurvivalProps) {
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
                {one.sourceUrl ? (
                  <a href={one.sourceUrl}>
                    {text.source}: {one.source}
                  </a>
                ) : (
                  `${text.source}: ${one.source}`
                )}
                {one.sourceOn && ` (${dateWithYear(one.sourceOn, language)})`}.
              </li>
            );
          })}
          <li>
            <a href={`/${language}/national-survival`}>{nationalWords[language].title}</a>
          </li>
        </ul>
      )}
    </>
  );
}

/** Whether two cohorts differ by more than chance would make. */
export function Comparison({ comparison, language }: { comparison: NonNullable<LoadedProgram["comparison"]>; language: Language }) {
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
