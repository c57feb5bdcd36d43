import { Door } from "../../../../interface/components/door.tsx";
import { clock, distance, relativeDay } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { priceInWords } from "../price-words.ts";
import { findWords } from "./find-words.ts";
import type { FreeTime } from "./load-find.ts";

type HitsProps = {
  items: readonly FreeTime[];
  people: number;
  today: string;
  isSignedIn: boolean;
  /** Rooms one may ask to hire without an account. */
  forHire: readonly string[];
  language: Language;
};

/** Free times, each with the one step that books it. */
export function FreeHits({ items, people, today, isSignedIn, forHire, language }: HitsProps) {
  const text = findWords[language];
  return (
    <ol className="hits">
      {items.map((item) => {
        const { resource, space, startsAt, endsAt, priceOre, abilities, distanceKm } = item;
        const [from, until] = [local(startsAt, space.timeZone), local(endsAt, space.timeZone)];
        const freeUntil = local(item.free[0]?.until ?? endsAt, space.timeZone);
        const day = from.toPlainDate().toString();
        const place = [space.name, space.town, distanceKm === null ? undefined : distance(distanceKm, language)];
        const href = bookAddress(item, people, language);
        return (
          <li key={resource.id}>
            <Door state={abilities.ask ? "ajar" : "open"} />
            <div>
              <h3>
                <a href={href}>{resource.name}</a>
              </h3>
              <p className="small soft">{place.filter(Boolean).join(" · ")}</p>
              <p className="small">
                {[
                  text.peopleFor({ count: String(resource.capacity) }),
                  item.allowance === null && priceOre === 0 ? text.free : priceInWords(item, language),
                  abilities.ask ? text.asks : undefined,
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </p>
            </div>
            <div className="hit-seats">
              <b>
                {day === today ? "" : `${relativeDay(day, today, language)} `}
                {clock(from)}–{clock(until)}
              </b>
              {Temporal.ZonedDateTime.compare(freeUntil, until) > 0 && (
                <span className="small">{text.until({ time: clock(freeUntil) })}</span>
              )}
              <a
                className="button small"
                href={isSignedIn ? href : `/${language}/sign-in?to=${encodeURIComponent(href.replace("#new", ""))}`}
              >
                {isSignedIn ? (abilities.ask ? text.ask : text.book)({ name: resource.name }) : text.signIn}
              </a>
              {forHire.includes(resource.id) && (
                <a className="small" href={requestAddress(item, people, language)}>
                  {text.hire}
                  <span className="hidden">: {resource.name}</span>
                </a>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

/** The day page of the house with everything filled in. */
function bookAddress(item: FreeTime, people: number, language: Language): string {
  return `/${language}/spaces/${item.space.slug}/calendar?${filledIn("resource", item, people)}#new`;
}

/** The request to hire the same room at the same time. */
function requestAddress(item: FreeTime, people: number, language: Language): string {
  return `/${language}/spaces/${item.space.slug}/request?${filledIn("room", item, people)}`;
}

function filledIn(room: "resource" | "room", { resource, space, startsAt, endsAt }: FreeTime, people: number): URLSearchParams {
  const [from, until] = [local(startsAt, space.timeZone), local(endsAt, space.timeZone)];
  return new URLSearchParams({
    day: from.toPlainDate().toString(),
    [room]: resource.id,
    from: clock(from),
    to: clock(until),
    ...(people > 1 && { people: String(people) }),
  });
}

function local(moment: string, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.from(moment).toZonedDateTimeISO(timeZone);
}
