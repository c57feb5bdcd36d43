import type { CSSProperties } from "react";
import type { Language } from "../../platform/language/language.ts";
import { dayOfMonth, inWords, inWordsFirst, month } from "../format.ts";
import { words } from "../messages.ts";

type MonthDaysProps = {
  /** Days a month by the agreement. */
  quota: number;
  /** Days held or used, each with the town or house. */
  used: readonly { date: string; place: string }[];
  /** The day one is about to take. */
  thisDay?: string;
  /** Any day of the month, when nothing is used and no day chosen. */
  monthOf: string;
  /** Whose days they are; one's own when left out. */
  of?: string | undefined;
  language: Language;
};

/** "Dagene dine i november": one cell a day of the quota, so that what is left is seen. */
export function MonthDays({ quota, used, thisDay, monthOf, of, language }: MonthDaysProps) {
  const text = words[language];
  const taken = used.length + (thisDay ? 1 : 0);
  const left = Math.max(0, quota - taken);
  const days = [
    ...used.map((day) => ({ ...day, isThis: false })),
    ...(thisDay ? [{ date: thisDay, place: text.thisDay, isThis: true }] : []),
  ].toSorted((one, other) => Temporal.PlainDate.compare(one.date, other.date));
  const counted = text.daysCounted({
    quota: inWordsFirst(quota, language),
    used: inWords(used.length, language),
    isThis: thisDay !== undefined,
    left: inWords(left, language),
  });
  return (
    <section className="quota">
      <h2 className="h3">{text.daysOfMonth(month(monthOf, language), of)}</h2>
      <ol className="month-days" aria-label={counted} style={{ "--days": Math.max(quota, taken) } as CSSProperties}>
        {days.map(({ date, place, isThis }) => (
          <li key={date} className={isThis ? "is-this" : "is-used"}>
            <b>{dayOfMonth(date, language)}</b>
            {place}
          </li>
        ))}
        {Array.from({ length: left }, (_, day) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: days that are left are alike
          <li key={day}>
            <b>–</b>
            {text.freeDay}
          </li>
        ))}
      </ol>
    </section>
  );
}
