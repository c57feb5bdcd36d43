import type { CSSProperties } from "react";
import { capital, clock, longDay, number } from "../../../../../interface/format.ts";
import type { Language } from "../../../../../platform/language/language.ts";
import { textIn } from "../../../../spaces/parts.ts";
import { zoned } from "../../../pages/event-times.ts";
import { layOut, type Place } from "../../session.ts";
import { agendaWords } from "../agenda-words.ts";

export type ShownSession = {
  id: string;
  title: { nb?: string | undefined; nn?: string | undefined; en?: string | undefined };
  descriptions: { nb?: string | undefined; nn?: string | undefined; en?: string | undefined };
  startsAt: string;
  endsAt: string;
  track: string | null;
  room: string | null;
  language: string | null;
  mostPeople: number | null;
  speakers: { personId: string | null; name: string; title: string | null; organization: string | null }[];
  attended: number | null;
};

type ProgrammeProps = { sessions: readonly ShownSession[]; timeZone: string; language: Language };

/** The sessions of an event by day: in order of time on a phone, tracks side by side where there is room. */
export function Programme({ sessions, timeZone, language }: ProgrammeProps) {
  const days = Map.groupBy(sessions, ({ startsAt }) => zoned(startsAt, timeZone).toPlainDate().toString());
  return [...days].map(([day, held]) => {
    const { tracks, columns, places } = layOut(held);
    const placeOf = new Map(places.map((place) => [place.id, place]));
    return (
      <section key={day} className="stack close" aria-labelledby={`day-${day}`}>
        <h3 id={`day-${day}`}>{capital(longDay(day, language))}</h3>
        <div className="programme" style={{ "--columns": columns } as CSSProperties}>
          {tracks.length > 0 && (
            <div className="programme-tracks" aria-hidden="true">
              {tracks.map(({ track, column }) => (
                <p key={track} style={{ gridColumn: `${column.from} / ${column.until}` }}>
                  {track}
                </p>
              ))}
            </div>
          )}
          <ol>
            {held.map((session) => (
              <Session
                key={session.id}
                session={session}
                isForAll={tracks.length > 0 && session.track === null}
                place={placeOf.get(session.id)}
                timeZone={timeZone}
                language={language}
              />
            ))}
          </ol>
        </div>
      </section>
    );
  });
}

type SessionProps = {
  session: ShownSession /** While others have tracks. */;
  isForAll: boolean;
  place: Place | undefined;
  timeZone: string;
  language: Language;
};

function Session({ session, isForAll, place, timeZone, language }: SessionProps) {
  const text = agendaWords[language];
  const title = textIn(session.title, language);
  const about = textIn(session.descriptions, language);
  const [from, until] = [zoned(session.startsAt, timeZone), zoned(session.endsAt, timeZone)];
  const facts = [
    session.room,
    session.language && text.isIn[session.language],
    session.mostPeople !== null && text.most({ count: number(session.mostPeople, language) }),
    session.attended !== null && session.attended > 0 && text.attended({ count: number(session.attended, language) }),
  ].filter(Boolean);
  const where = place && { "--row": `${place.row.from} / ${place.row.until}`, "--column": `${place.column.from} / ${place.column.until}` };
  return (
    <li style={where as CSSProperties} className={isForAll ? "for-all" : undefined}>
      <p className="small">
        <time dateTime={session.startsAt}>{clock(from)}</time>–<time dateTime={session.endsAt}>{clock(until)}</time>
        {session.track !== null && <span className="programme-track ticket-tag">{session.track}</span>}
      </p>
      <h4 lang={title?.language === language ? undefined : title?.language}>{title?.text}</h4>
      {session.speakers.length > 0 && (
        <ul className="programme-speakers">
          {session.speakers.map(({ name, title: called, organization }) => (
            <li key={name}>
              <b>{name}</b>
              {[called, organization].some(Boolean) && <span className="soft"> {[called, organization].filter(Boolean).join(", ")}</span>}
            </li>
          ))}
        </ul>
      )}
      {facts.length > 0 && <p className="small soft">{facts.join(" · ")}</p>}
      {about && (
        <p className="small written" lang={about.language === language ? undefined : about.language}>
          {about.text}
        </p>
      )}
    </li>
  );
}
