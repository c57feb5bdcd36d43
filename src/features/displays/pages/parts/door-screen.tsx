import { PlanDoor } from "../../../../interface/components/door.tsx";
import { Icon } from "../../../../interface/components/icon.tsx";
import type { Language } from "../../../../platform/language/language.ts";
import type { ScreenData } from "../display.tsx";
import { displayWords } from "../words.ts";
import { doorOf, opensInWords, stateInWords, timeOf } from "./state-words.ts";

type DoorProps = { screen: ScreenData; room: ScreenData["rooms"][number]; path: string; language: Language };

/** One room as whoever stands before its door wants to know it: the state from afar, the rest close by. */
export function DoorScreen({ screen, room, path, language }: DoorProps) {
  const text = displayWords[language];
  const { timeZone } = screen.space;
  const current = currentInWords(room, screen.now, language);
  const opens = room.state === "closed" ? opensInWords(room, screen.now, timeZone, language) : undefined;
  return (
    <>
      <section className={`door-room is-${room.state}`} aria-labelledby="room-state">
        <PlanDoor state={doorOf[room.state]} />
        <div className="door-says">
          <p className="door-name">
            {room.name} <span className="soft">{text.people({ count: room.capacity })}</span>
          </p>
          <h1 id="room-state">{stateInWords(room, timeZone, language)}</h1>
          {opens && <p className="lead">{text.opens({ when: opens })}</p>}
          {current && <p className="lead">{current}</p>}
          {room.state === "free" && room.next[0] && (
            <p className="lead soft">{text.next({ time: timeOf(room.next[0].startsAt, timeZone) })}</p>
          )}
          <CheckIn room={room} timeZone={timeZone} path={path} language={language} />
          <Take room={room} timeZone={timeZone} path={path} language={language} />
          <HandBack room={room} path={path} language={language} />
        </div>
      </section>
      <section className="door-later" aria-labelledby="later">
        <h2 id="later">{text.later}</h2>
        {room.next.length === 0 ? (
          <p className="soft">{text.nothingLater}</p>
        ) : (
          <ol className="screen-times">
            {room.next.map((one) => (
              <li key={one.startsAt}>
                <b>
                  {timeOf(one.startsAt, timeZone)}–{timeOf(one.endsAt, timeZone)}
                </b>{" "}
                {titleOf(one, language)}
              </li>
            ))}
          </ol>
        )}
      </section>
    </>
  );
}

/** What the room is taken for, or that it is made ready; that it is booked stands over it already. */
export function currentInWords({ current }: Pick<DoorProps["room"], "current">, now: string, language: Language): string | undefined {
  if (!current) return undefined;
  const isHeld = Temporal.Instant.compare(now, current.startsAt) >= 0 && Temporal.Instant.compare(now, current.endsAt) < 0;
  if (!isHeld) return displayWords[language].madeReady;
  return current.title !== null || current.kind !== "booking" ? titleOf(current, language) : undefined;
}

type PartProps = Omit<DoorProps, "screen"> & { timeZone: string };

function CheckIn({ room, timeZone, path, language }: PartProps) {
  const text = displayWords[language];
  if (!room.checkIn) return null;
  return (
    <form method="post" action={path} className="door-act">
      <input type="hidden" name="booking" value={room.checkIn.bookingId} />
      <button className="button lit" type="submit" name="act" value="check-in">
        <Icon name="check" /> {text.checkIn}
      </button>
      <p>{text.checkInBy({ time: timeOf(room.checkIn.by, timeZone) })}</p>
    </form>
  );
}

function Take({ room, timeZone, path, language }: PartProps) {
  const text = displayWords[language];
  if (room.takeUntil.length === 0) return null;
  return (
    <form method="post" action={path} className="door-act">
      <fieldset>
        <legend className="label">{text.take}</legend>
        <div className="buttons">
          {room.takeUntil.map((until, place) => (
            <button key={until} className={place === 0 && !room.checkIn ? "button lit" : "button"} type="submit" name="until" value={until}>
              {text.takeUntil({ time: timeOf(until, timeZone) })}
            </button>
          ))}
        </div>
      </fieldset>
    </form>
  );
}

// asked twice: somebody may be in the room
function HandBack({ room, path, language }: Omit<PartProps, "timeZone">) {
  const text = displayWords[language];
  if (!room.handBack) return null;
  return (
    <details className="door-act">
      <summary>{text.handBack}</summary>
      <form method="post" action={path} className="door-act">
        <p>{text.handBackAbout}</p>
        <input type="hidden" name="booking" value={room.handBack.bookingId} />
        <button className="button" type="submit" name="act" value="hand-back">
          {text.handBackNow}
        </button>
      </form>
    </details>
  );
}

/** The title where it may be read, else what kind of time it is. */
export function titleOf({ title, kind }: { title: string | null; kind: string }, language: Language): string {
  const { maintenance, outside, atDoor, booking } = displayWords[language];
  return title ?? { maintenance, outside, at_door: atDoor }[kind] ?? booking;
}
