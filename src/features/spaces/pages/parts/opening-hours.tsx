import { dayAndMonth, weekdayShort } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { addDays } from "../../../../platform/time/day.ts";
import { messages } from "../../messages.ts";
import { groupWeekdays } from "../../opening-week.ts";
import { groupName, timesInWords } from "../../opening-words.ts";
import type { Space } from "../../shapes.ts";
import { textIn } from "../../text-in.ts";

type Hours = Pick<Space, "openingHours" | "openingExceptions" | "holidays" | "openOnHolidays" | "today">;

/** How far ahead holidays are listed; days that differ are listed however far ahead they are. */
const holidayDays = 60;

/** The week as one says it, then the days ahead that are not as the week: what the house decided, and public holidays. */
export function OpeningHours({ space, language }: { space: Hours; language: Language }) {
  const { closed, closedFor, asOtherDays } = messages[language];
  const different = new Set(space.openingExceptions.map(({ day }) => day));
  const soon = addDays(space.today.day, holidayDays);
  const days = [
    ...space.openingExceptions.map(({ day, opens, closes, reasons }) => {
      const reason = textIn(reasons, language)?.text;
      const times = opens && closes ? timesInWords([{ opens, closes }], language) : undefined;
      return { day, words: times ? [times, reason].filter(Boolean).join(", ") : reason ? closedFor(lowerFirst(reason)) : closed };
    }),
    ...space.holidays
      .filter(({ day }) => day < soon && !different.has(day))
      .map(({ day, names }) => ({
        day,
        words: `${space.openOnHolidays ? asOtherDays : closed}, ${lowerFirst(textIn(names, language)?.text ?? "", language)}`,
      })),
  ].toSorted((a, b) => (a.day < b.day ? -1 : 1));
  return (
    <dl className="key-facts opening-hours">
      {groupWeekdays(space.openingHours).map((group) => (
        <div key={group.first}>
          <dt>{groupName(group, language)}</dt>
          <dd className="num">{timesInWords(group.times, language)}</dd>
        </div>
      ))}
      {days.map(({ day, words }) => (
        <div key={day}>
          <dt>
            <time dateTime={day}>
              {weekdayShort(day, language)} {dayAndMonth(day, language)}
            </time>
          </dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}

/** "Åpent i dag 08:00–17:00", "Stengt i dag". */
export function OpenToday({ space, language }: { space: Pick<Space, "today">; language: Language }) {
  const { openToday, closedToday } = messages[language];
  if (space.today.times.length === 0) return <>{closedToday}</>;
  return (
    <>
      {openToday} <b>{timesInWords(space.today.times, language)}</b>
    </>
  );
}

// names of holidays keep their capital in English
function lowerFirst(text: string, language: Language = "nb"): string {
  return language === "en" ? text : text.charAt(0).toLocaleLowerCase("nb") + text.slice(1);
}
