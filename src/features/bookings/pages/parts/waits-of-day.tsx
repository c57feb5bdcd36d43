import { clockRange, moment } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import type { DayData } from "../load-day.ts";
import { waitingWords } from "../waiting/waiting-words.ts";

type WaitsProps = { day: DayData; path: string; language: Language };

/** What the reader waits for on the day, and what is offered, each with its answer. */
export function WaitsOfDay({ day, path, language }: WaitsProps) {
  if (day.waits.length === 0) return null;
  const text = waitingWords[language];
  return (
    <section className="room panel" aria-labelledby="waits-title">
      <h2 id="waits-title">{text.yours}</h2>
      <ul className="waits">
        {day.waits.map((wait) => (
          <li key={wait.id}>
            <Wait wait={wait} day={day} path={path} language={language} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Wait({ wait, day, path, language }: WaitsProps & { wait: DayData["waits"][number] }) {
  const text = waitingWords[language];
  const zoned = (at: string) => Temporal.Instant.from(at).toZonedDateTimeISO(wait.timeZone);
  const { name } = wait.resource;
  const { startsAt, endsAt } = wait.offer ?? wait;
  const times = clockRange(zoned(startsAt), zoned(endsAt), language);
  return (
    <form method="post" action={`${path}?day=${day.day}`}>
      <input type="hidden" name="day" value={day.day} />
      <input type="hidden" name="timeZone" value={wait.timeZone} />
      <input type="hidden" name="booking" value={wait.id} />
      <p>
        <b>{wait.offer ? text.offered({ name }) : text.waits({ name, place: wait.place ?? 1 })}</b> {times}
        {wait.offer && (
          <span className="small soft"> {text.until({ until: moment(zoned(wait.offer.heldUntil), day.today, language) })}</span>
        )}
      </p>
      <div className="buttons">
        {wait.offer && (
          <button type="submit" className="button lit small" name="act" value="take">
            {text.take}
          </button>
        )}
        <button
          type="submit"
          className="button quiet small"
          name="act"
          value="leave"
          aria-label={wait.offer ? undefined : text.leave({ name })}
        >
          {wait.offer ? text.decline : text.leaveShort}
        </button>
      </div>
    </form>
  );
}
