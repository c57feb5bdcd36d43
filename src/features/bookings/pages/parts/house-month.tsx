import type { CSSProperties } from "react";
import { capital, dayOfMonth, number, shortDay, weekdayShort } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { groupOfKind, groups } from "../kind-groups.ts";
import type { PeriodData } from "../load-period.ts";
import { periodWords } from "../period-words.ts";
import { bookingWords } from "../words.ts";

type MonthProps = { period: PeriodData; path: string; language: Language };
type DayFull = PeriodData["occupancy"][number];

/** A month of the whole house: how full each day is, drawn in the month and written out in a table beside it, kind by kind. */
export function HouseMonth({ period, path, language }: MonthProps) {
  const text = periodWords[language];
  const weeks = Array.from({ length: period.occupancy.length / 7 }, (_, week) => period.occupancy.slice(week * 7, week * 7 + 7));
  const month = period.occupancy.filter(({ day }) => isOfMonth(day, period));
  const shown = Object.keys(groups).filter((group) => month.some((each) => shareOf(each, group) !== undefined));
  return (
    <div className="house-month">
      <table className="month-plan">
        <caption className="hidden">{text.howFull}</caption>
        <thead>
          <tr>
            {(weeks[0] ?? []).map(({ day }) => (
              <th key={day} scope="col">
                {weekdayShort(day, language)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]?.day}>
              {week.map((each) => (
                <DayCell key={each.day} each={each} period={period} path={path} language={language} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <section className="scroll" aria-label={text.howFull}>
        <table className="how-full">
          <caption>{text.howFull}</caption>
          <thead>
            <tr>
              <th scope="col">{text.views.day}</th>
              {shown.map((group) => (
                <th key={group} scope="col">
                  {bookingWords[language].groups[group as keyof typeof groups]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {month.map((each) => (
              <tr key={each.day}>
                <th scope="row">
                  <a href={`${path}?day=${each.day}`}>{capital(shortDay(each.day, language))}</a>
                </th>
                {shown.map((group) => (
                  <td key={group}>{written(shareOf(each, group), language)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

function DayCell({ each, period, path, language }: MonthProps & { each: DayFull }) {
  const text = periodWords[language];
  const share = shareOf(each);
  const isTaken = share !== undefined && share > 0;
  const said = share === undefined ? text.closed : isTaken ? text.taken : each.day < period.today ? "" : text.free;
  const state = [!isOfMonth(each.day, period) && "is-other", share === undefined && "is-closed"].filter(Boolean).join(" ");
  return (
    <td className={state}>
      <a href={`${path}?day=${each.day}`} aria-current={each.day === period.today ? "date" : undefined}>
        <b>{dayOfMonth(each.day, language)}</b>
        {share !== undefined && <span className="fill" aria-hidden="true" style={{ "--share": share } as CSSProperties} />}
        {isTaken && <span>{written(share, language)} </span>}
        <span className={isTaken ? "word" : undefined}>{said}</span>
      </a>
    </td>
  );
}

// undefined where there is nothing to be had that day
function shareOf({ kinds }: DayFull, group?: string): number | undefined {
  const counted = kinds.filter(({ kind }) => group === undefined || groupOfKind(kind) === group);
  const [taken, open] = [sumOf(counted.map(({ takenMinutes }) => takenMinutes)), sumOf(counted.map(({ openMinutes }) => openMinutes))];
  return open === 0 ? undefined : Math.min(1, taken / open);
}

function written(share: number | undefined, language: Language): string {
  return share === undefined ? "–" : `${number(Math.round(share * 100), language)}\u00a0%`;
}

function isOfMonth(day: string, { day: shown }: PeriodData): boolean {
  return day.slice(0, 7) === shown.slice(0, 7);
}

function sumOf(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}
