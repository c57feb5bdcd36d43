import type { z } from "zod";
import { Notice } from "../../../../interface/components/notice.tsx";
import { type Day, moment } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import type { outsideCalendar } from "../../outside/shapes.ts";
import { outsideWords } from "./outside-words.ts";

type Calendar = z.infer<typeof outsideCalendar>;
type Shared = { address: string; timeZone: string; today: Day; language: Language };

/** The calendars of a house: what each takes, how fresh that is, and what can be done with it. */
export function ConnectedCalendars({ calendars, ...shared }: Shared & { calendars: readonly Calendar[] }) {
  return (
    <ul className="lines">
      {calendars.map((calendar) => (
        <li key={calendar.id}>
          <Connected calendar={calendar} {...shared} />
        </li>
      ))}
    </ul>
  );
}

function Connected({ calendar, address: action, timeZone, today, language }: Shared & { calendar: Calendar }) {
  const text = outsideWords[language];
  const { id, name, resource, address, times, conflicts, failure, readAt, nextReadAt, keepsTitles } = calendar;
  const at = (when: string) => moment(Temporal.Instant.from(when).toZonedDateTimeISO(timeZone), today, language);
  return (
    <div className="stack close">
      <h3>
        {resource.name}: {name}
      </h3>
      {failure !== null && (
        <Notice kind="care" title={text.failed({ name })}>
          <p>{text.failures[failure]}</p>
          <p>
            {readAt === null ? text.nothingKnown : text.old({ when: at(readAt) })} {text.again({ when: at(nextReadAt) })}
          </p>
        </Notice>
      )}
      {(failure === null || readAt !== null) && (
        <p>
          {text.times({ count: times })}
          {conflicts > 0 && (
            <>
              , <a href="#conflicts">{text.meetings({ count: conflicts })}</a>
            </>
          )}
          . {failure === null && (readAt === null ? text.neverRead : text.read({ when: at(readAt) }))}
        </p>
      )}
      <p className="small soft" style={{ overflowWrap: "anywhere" }}>
        {address} {keepsTitles && text.titlesKept}
      </p>
      <div className="buttons">
        <form method="post" action={action}>
          <input type="hidden" name="calendar" value={id} />
          <button className="button small" type="submit" name="act" value="read" aria-label={text.readNowThing({ name })}>
            {text.readNow}
          </button>
        </form>
        <details>
          <summary>{text.remove}</summary>
          <form method="post" action={action} className="stack close">
            <p>{text.removeAbout({ name })}</p>
            <input type="hidden" name="calendar" value={id} />
            <button className="button small" type="submit" name="act" value="remove">
              {text.removeThing({ name })}
            </button>
          </form>
        </details>
      </div>
    </div>
  );
}
