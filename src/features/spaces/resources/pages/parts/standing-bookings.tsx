import type { Problem } from "../../../../../interface/api-client.ts";
import { capital, clock, fullDay } from "../../../../../interface/format.ts";
import type { Language } from "../../../../../platform/language/language.ts";
import { resourceWords } from "../resource-words.ts";

type Standing = { id: string; startsAt: string; endsAt: string };
type StandingProps = { problem: Problem; space: { slug: string; timeZone: string }; language: Language };

/** The bookings that stand in the way of a change, each with the way to it in the calendar. */
export function StandingBookings({ problem, space, language }: StandingProps) {
  const bookings = (problem.details?.bookings ?? []) as Standing[];
  if (!Array.isArray(bookings) || bookings.length === 0) return null;
  const local = (moment: string) => Temporal.Instant.from(moment).toZonedDateTimeISO(space.timeZone);
  return (
    <section aria-labelledby="standing">
      <h2 id="standing">{resourceWords[language].standing}</h2>
      <ul>
        {bookings.map(({ id, startsAt, endsAt }) => {
          const from = local(startsAt);
          return (
            <li key={id}>
              <a href={`/${language}/spaces/${space.slug}/calendar?day=${from.toPlainDate()}&booking=${id}`}>
                {`${capital(fullDay(from, language))} ${clock(from)}–${clock(local(endsAt))}`}
              </a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
