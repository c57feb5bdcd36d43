import { SelectField } from "../../../../../interface/components/choice-field.tsx";
import { TextField } from "../../../../../interface/components/text-field.tsx";
import { capital, clock, longDay } from "../../../../../interface/format.ts";
import type { Language } from "../../../../../platform/language/language.ts";
import { textIn } from "../../../../spaces/parts.ts";
import { zoned } from "../../../pages/event-times.ts";
import { agendaWords } from "../agenda-words.ts";
import type { ShownSession } from "./programme.tsx";

type LineProps = {
  session: ShownSession & { version: number };
  days: readonly string[];
  timeZone: string;
  path: string;
  /** What was written when it could not be moved, and why. */
  move: { day: string; from: string } | undefined;
  error: string | undefined;
  language: Language;
};

/** A session in the list of those who write the programme: moved, changed or taken off from here. */
export function SessionLine({ session, days, timeZone, path, move, error, language }: LineProps) {
  const text = agendaWords[language];
  const { id, startsAt, endsAt, track, room, speakers, version } = session;
  const title = textIn(session.title, language)?.text ?? "";
  const [from, to] = [zoned(startsAt, timeZone), zoned(endsAt, timeZone)];
  const day = from.toPlainDate().toString();
  return (
    <li id={`session-${id}`} className="agenda-line" data-session={id} data-day={day} data-from={clock(from)} data-to={clock(to)}>
      <span>
        {clock(from)}–{clock(to)}
      </span>
      <div>
        <b>{title}</b>
        <p className="small soft">{[track, room, speakers.map((one) => one.name).join(", ")].filter(Boolean).join(" · ")}</p>
      </div>
      <form method="post" className="buttons">
        <input type="hidden" name="session" value={id} />
        <input type="hidden" name="version" value={version} />
        <details className="session-move" open={move !== undefined}>
          <summary aria-label={text.moveThis({ title })} aria-describedby="move-keys">
            {text.move} <b data-told aria-live="polite" />
          </summary>
          <div className="event-row">
            {days.length > 1 ? (
              <SelectField
                name="day"
                id={`day-of-${id}`}
                label={text.day}
                defaultValue={move?.day ?? day}
                options={days.map((each) => ({ value: each, label: capital(longDay(each, language)) }))}
                language={language}
              />
            ) : (
              <input type="hidden" name="day" value={day} />
            )}
            <TextField
              name="from"
              id={`from-of-${id}`}
              label={text.from}
              type="time"
              width="s"
              defaultValue={move?.from ?? clock(from)}
              error={error}
              language={language}
            />
          </div>
          <button type="submit" className="button small" name="act" value={`move:${id}`} data-move aria-label={text.moveDo({ title })}>
            {text.move}
          </button>
        </details>
        <a href={`${path}/agenda?session=${id}#form`} aria-label={text.changeThis({ title })}>
          {text.changeOne}
        </a>
        <button type="submit" className="text-button" name="act" value={`remove:${id}`} aria-label={text.removeThis({ title })}>
          {text.remove}
        </button>
      </form>
    </li>
  );
}
