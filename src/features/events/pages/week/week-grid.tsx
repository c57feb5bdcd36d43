import type { CSSProperties } from "react";
import { capital, clock, dayAndMonth, longDay, weekday } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { addDays } from "../../../../platform/time/day.ts";
import { textIn } from "../../../spaces/parts.ts";
import type { ShownLine } from "../calendar-loader.ts";
import { calendarWords } from "../calendar-words.ts";
import { zoned } from "../event-times.ts";
import { placeInWords } from "../parts/event-head.tsx";
import { clockElsewhere, gridOf } from "./week-grid.ts";
import { weekWords } from "./week-words.ts";

type GridProps = { events: readonly ShownLine[]; monday: string; today: string; timeZone: string; language: Language };

/** A week from Monday to Sunday: days beside each other by the hour where there is room, one after the other on a phone. */
export function WeekGrid({ events, monday, today, timeZone, language }: GridProps) {
  const text = weekWords[language];
  const { days, hours, spanningRows } = gridOf(events, monday, timeZone);
  const rowOf = (hour: number) => 2 + spanningRows + hours.indexOf(hour);
  return (
    <div className="week-grid" style={vars({ rows: 1 + spanningRows + hours.length })}>
      {hours.map((hour) => (
        <p key={hour} className="week-hour" aria-hidden="true" style={vars({ row: rowOf(hour) })}>
          {String(hour).padStart(2, "0")}
        </p>
      ))}
      {days.map(({ day, hours: own, spanning }, index) => (
        <section key={day} aria-labelledby={`day-${day}`}>
          <h3 id={`day-${day}`} className={day === today ? "is-today" : undefined} style={vars({ column: index + 2 })}>
            {capital(weekday(day, language))} <span>{dayAndMonth(day, language)}</span>
          </h3>
          {own.length === 0 && spanning.length === 0 && <p className="week-empty small soft">{text.empty}</p>}
          {spanning.map(({ event, row, days: count }) => (
            <ul key={event.id} className="week-span" style={vars({ column: index + 2, row: row + 2, span: count })}>
              <Block event={event} until={count > 1 ? longDay(addDays(day, count - 1), language) : undefined} {...{ timeZone, language }} />
            </ul>
          ))}
          {own.map(({ hour, events: held }) => (
            <ul key={hour} style={vars({ column: index + 2, row: rowOf(hour) })}>
              {held.map((event) => (
                <Block key={event.id} event={event} {...{ timeZone, language }} />
              ))}
            </ul>
          ))}
        </section>
      ))}
    </div>
  );
}

type BlockProps = { event: ShownLine; until?: string | undefined; timeZone: string; language: Language };

/** An event in its place: when by the grid's clock and by its own, what, and where. */
function Block({ event, until, timeZone, language }: BlockProps) {
  const text = weekWords[language];
  const title = textIn(event.title, language);
  const [from, to] = [zoned(event.startsAt, timeZone), zoned(event.endsAt, timeZone)];
  const own = clockElsewhere({ startsAt: event.startsAt, timeZone }, event.timeZone);
  return (
    <li className={event.status === "cancelled" ? "week-event is-off" : "week-event"}>
      <p className="week-time">
        {until ? `${clock(from)} ${text.until({ day: until })}` : `${clock(from)}–${clock(to)}`}
        {own && <span> ({text.there({ time: clock(own), city: cityOf(event.timeZone) })})</span>}
      </p>
      <a href={`/${language}/events/${event.slug}`} lang={title?.language === language ? undefined : title?.language}>
        {title?.text}
      </a>
      <p className="small soft">
        {[placeInWords(event, language), event.status === "cancelled" && calendarWords[language].cancelled].filter(Boolean).join(" · ")}
      </p>
    </li>
  );
}

/** "Europe/London": the city the clock is called after. */
function cityOf(timeZone: string): string {
  return (timeZone.split("/").at(-1) ?? timeZone).replaceAll("_", " ");
}

function vars(values: Record<string, number>): CSSProperties {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`--${name}`, value])) as CSSProperties;
}
