import { Door } from "../../../../interface/components/door.tsx";
import { capital, inWordsFirst, longDay } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import type { ScreenData } from "../display.tsx";
import { displayWords } from "../words.ts";
import { currentInWords, titleOf } from "./door-screen.tsx";
import { doorOf, stateInWords, timeOf } from "./state-words.ts";

/** The house today, for whoever passes: every room now and what comes next in it, and how many guests come. No names. */
export function WallScreen({ screen, language }: { screen: ScreenData; language: Language }) {
  const text = displayWords[language];
  const { timeZone } = screen.space;
  const today = Temporal.Instant.from(screen.now).toZonedDateTimeISO(timeZone);
  const count = screen.guests ?? 0;
  return (
    <section className="wall" aria-labelledby="house">
      <div className="wall-head">
        <h1 id="house">{capital(longDay(today, language))}</h1>
        <p className="lead">{text.guests({ count, inWords: inWordsFirst(count, language) })}.</p>
      </div>
      <h2 className="hidden">{text.roomsNow}</h2>
      {screen.rooms.length === 0 ? (
        <p className="section-s">{text.nothing}</p>
      ) : (
        <ul className="wall-rooms">
          {screen.rooms.map((room) => (
            <li key={room.id} className={`wall-room is-${room.state}`}>
              <Door state={doorOf[room.state]} />
              <div>
                <h3>{room.name}</h3>
                <p>
                  <b>
                    {room.places > 1 && room.state !== "closed"
                      ? text.placesFree({ free: room.placesFree, places: room.places })
                      : stateInWords(room, timeZone, language)}
                  </b>
                </p>
                <p>{currentInWords(room, screen.now, language)}</p>
                {room.next[0] && (
                  <p className="small soft">
                    {timeOf(room.next[0].startsAt, timeZone)}–{timeOf(room.next[0].endsAt, timeZone)} {titleOf(room.next[0], language)}
                  </p>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
