import { clock, dayAndMonth, weekdayShort } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { addDays } from "../../../../platform/time/day.ts";
import { textIn } from "../../../spaces/parts.ts";
import type { ShownLine } from "../calendar-loader.ts";
import { calendarWords } from "../calendar-words.ts";
import { daysOver, zoned } from "../event-times.ts";
import { eventWords } from "../event-words.ts";
import { clockElsewhere } from "../week/week-grid.ts";
import { weekWords } from "../week/week-words.ts";
import { placeInWords } from "./event-head.tsx";

/** "Uke 48 · 23. nov.–29. nov." */
export function weekInWords(monday: string, language: Language): string {
  const week = String(Temporal.PlainDate.from(monday).weekOfYear);
  return calendarWords[language].week({ week, days: `${dayAndMonth(monday, language)}–${dayAndMonth(addDays(monday, 6), language)}` });
}

/** An event as a line of the calendar. */
export function EventLine({ event, language }: { event: ShownLine; language: Language }) {
  const [text, of] = [calendarWords[language], eventWords[language]];
  const title = textIn(event.title, language);
  const from = zoned(event.startsAt, event.timeZone);
  const { days } = daysOver(event, language);
  const until = zoned(event.endsAt, event.timeZone);
  const hours = from.toPlainDate().equals(until.toPlainDate()) ? `${clock(from)}–${clock(until)}` : clock(from);
  const languages = event.languages.map((code) => of.languages[code] ?? code).join(", ");
  const elsewhere = clockElsewhere(event, "Europe/Oslo");
  const marks = [
    event.status === "cancelled" && text.cancelled,
    event.audience === "members" && text.isMembers,
    elsewhere && weekWords[language].here({ time: clock(elsewhere) }),
    event.isOnline && (event.space || event.place) && of.online,
  ].filter(Boolean);
  return (
    <li>
      <p className="date">
        <b>{days}</b>
        <span>{weekdayShort(from, language)}</span>
        <span>{hours}</span>
      </p>
      <div>
        <h3>
          <a href={`/${language}/events/${event.slug}`} lang={title?.language === language ? undefined : title?.language}>
            {title?.text}
          </a>
        </h3>
        <p className="small soft">{event.hosts.map(({ name }) => name).join(", ")}</p>
      </div>
      <p className="state small">{[placeInWords(event, language), languages, ...marks].join(" · ")}</p>
    </li>
  );
}
