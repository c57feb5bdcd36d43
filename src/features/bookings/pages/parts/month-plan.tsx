import { dayOfMonth, weekdayShort } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import type { PeriodData } from "../load-period.ts";
import { bookedOn } from "../period.ts";
import { periodWords } from "../period-words.ts";

type MonthProps = { period: PeriodData; path: string; language: Language };

/** A month of one room: how much is taken on each day; a day leads to itself. */
export function MonthPlan({ period, path, language }: MonthProps) {
  const weeks = Array.from({ length: period.days.length / 7 }, (_, week) => period.days.slice(week * 7, week * 7 + 7));
  return (
    <table className="month-plan">
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
  );
}

function DayCell({ each: { day, state: stands }, period, path, language }: MonthProps & { each: PeriodData["days"][number] }) {
  const text = periodWords[language];
  const taken = bookedOn(day, period.booked, period.space.timeZone).length;
  const isOther = day.slice(0, 7) !== period.day.slice(0, 7);
  const isOver = day < period.today;
  const isShut = stands !== "open";
  const count = stands === "outOfOrder" ? 0 : taken;
  const said = count > 0 ? text.taken : isShut ? text[stands] : isOver ? "" : text.free;
  const state = [isOther && "is-other", isShut && "is-closed", count > 0 && "is-taken"].filter(Boolean).join(" ");
  return (
    <td className={state}>
      <a href={`${path}?day=${day}`} aria-current={day === period.today ? "date" : undefined}>
        <b>{dayOfMonth(day, language)}</b> {count > 0 && <span>{count} </span>}
        <span className={count > 0 ? "word" : undefined}>{said}</span>
      </a>
    </td>
  );
}
