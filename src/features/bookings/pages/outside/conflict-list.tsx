import type { z } from "zod";
import { Notice } from "../../../../interface/components/notice.tsx";
import { clockRange, inWordsFirst, shortDay } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import type { calendarConflict } from "../../outside/shapes.ts";
import { outsideWords } from "./outside-words.ts";

type Conflict = z.infer<typeof calendarConflict>;
type Props = { conflicts: readonly Conflict[]; timeZone: string; path: string; language: Language };

/** Where times of other calendars meet bookings: both times side by side, and the way to the booking. */
export function ConflictList({ conflicts, timeZone, path, language }: Props) {
  const text = outsideWords[language];
  if (conflicts.length === 0) return null;
  const count = conflicts.length;
  return (
    <section className="stack close" id="conflicts" aria-labelledby="conflicts-title">
      <h2 id="conflicts-title">{text.conflicts({ count, inWords: inWordsFirst(count, language, "feminine") })}</h2>
      <Notice kind="care" title={text.bookingsStand}>
        <p>{text.conflictsAbout}</p>
      </Notice>
      <ul className="lines">
        {conflicts.map(({ calendar, resource, startsAt, endsAt, title, booking }) => (
          <li key={`${calendar.id} ${startsAt} ${booking.id}`}>
            <div className="stack close">
              <p>
                {text.outside({ name: calendar.name })}:{" "}
                {[resource.name, span(startsAt, endsAt, timeZone, language), title].filter(Boolean).join(", ")}
              </p>
              <p>
                {text.booked}:{" "}
                <a href={`${path}/calendar?day=${local(booking.startsAt, timeZone).toPlainDate()}&booking=${booking.id}#details`}>
                  {booking.resource}, {span(booking.startsAt, booking.endsAt, timeZone, language)}
                </a>
                {booking.kind === "maintenance" ? `, ${text.maintenance}` : booking.holder && `, ${booking.holder}`}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function span(startsAt: string, endsAt: string, timeZone: string, language: Language): string {
  const [from, until] = [local(startsAt, timeZone), local(endsAt, timeZone)];
  const isOneDay = from.toPlainDate().equals(until.subtract({ seconds: 1 }).toPlainDate());
  if (isOneDay) return `${shortDay(from, language)} ${clockRange(from, until, language)}`;
  const at = (time: Temporal.ZonedDateTime) => `${shortDay(time, language)} ${time.toPlainTime().toString({ smallestUnit: "minute" })}`;
  return `${at(from)} – ${at(until)}`;
}

function local(moment: string, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.from(moment).toZonedDateTimeISO(timeZone);
}
