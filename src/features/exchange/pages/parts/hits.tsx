import { Door } from "../../../../interface/components/door.tsx";
import { Icon } from "../../../../interface/components/icon.tsx";
import { NorwayMap } from "../../../../interface/components/norway-map.tsx";
import { Notice } from "../../../../interface/components/notice.tsx";
import { Seats } from "../../../../interface/components/seats.tsx";
import { StatePane } from "../../../../interface/components/state-drawing.tsx";
import { capital, distance, inWords, longDay } from "../../../../interface/format.ts";
import { liveMap, useShell } from "../../../../interface/page.tsx";
import type { Language } from "../../../../platform/language/language.ts";
import { amenities } from "../../../spaces/parts.ts";
import type { loadSeats } from "../find-seats-loader.ts";
import { findWords } from "../words/find-words.ts";
import { doorOf, wordsOf } from "./seats-of-day.ts";

type Found = Awaited<ReturnType<typeof loadSeats>>;
type Amenity = keyof typeof amenities;

/** So many houses are shown at once when one asks for all. */
const mostAtOnce = 50;

const chips: Amenity[] = ["meeting_rooms", "step_free", "workshop"];

/** Houses that fit, nearest first, with the map that repeats the list. */
export function Hits({ found, language }: { found: Found; language: Language }) {
  const live = liveMap(useShell());
  const text = findWords[language];
  const { search, place, hits, network, house = [] } = found;
  if (!hits || !network) return null;
  const address = (change: { amenities?: string[]; all?: boolean; cursor?: string }) => {
    const query = new URLSearchParams({ day: search.day, near: search.near, seats: String(search.seats) });
    for (const amenity of change.amenities ?? search.amenities) query.append("amenity", amenity);
    if (change.all ?? search.showsAll) query.set("all", "");
    if (change.cursor) query.set("cursor", change.cursor);
    return `/${language}/networks/${network.slug}?${query}#hits`;
  };
  const fitting = house.filter(
    (space) => space.guestSeatsLeft >= search.seats && search.amenities.every((amenity) => space.amenities.includes(amenity)),
  ).length;
  const isPart = hits.items.length < fitting;
  const wanted = text.seatsWanted({ count: inWords(search.seats, language, "masculine"), isOne: search.seats === 1 });
  return (
    <section className="section" id="hits" aria-labelledby="hits-heading">
      <div className="frame finds">
        <div className="stack close">
          <h2 id="hits-heading">{place ? text.nearest(place.name) : text.all}</h2>
          <p className="soft">
            {text.shows({
              shown: inWords(hits.items.length, language, "neuter"),
              of: isPart ? inWords(fitting, language) : undefined,
              day: capital(longDay(search.day, language)),
              seats: wanted,
            })}
          </p>
          {found.isPlaceUnknown && <Notice kind="care" role="status" title={text.noPlace(search.near)} />}
          <nav className="chips" aria-label={text.limit}>
            {chips.map((amenity) => {
              const isOn = search.amenities.includes(amenity);
              return (
                <a
                  key={amenity}
                  className="chip"
                  aria-current={isOn ? "true" : undefined}
                  href={address({ amenities: isOn ? search.amenities.filter((each) => each !== amenity) : [...search.amenities, amenity] })}
                >
                  {isOn && <Icon name="check" />}
                  {amenities[amenity][language]}
                </a>
              );
            })}
          </nav>
          {hits.items.length === 0 ? (
            <StatePane state="no-hits" title={text.noHits} level={3}>
              <p>{text.noHitsHelp}</p>
              <p>
                <a className="button" href={address({ amenities: [] })}>
                  {text.clear}
                </a>
              </p>
            </StatePane>
          ) : (
            <ol className="hits">
              {hits.items.map((space) => (
                <li key={space.id}>
                  <Door state={doorOf(space)} />
                  <div>
                    <h3>
                      <a href={`/${language}/spaces/${space.slug}?day=${search.day}`}>{space.name}</a>
                    </h3>
                    <p className="small soft">
                      {[space.town, space.distanceKm === null ? undefined : distance(space.distanceKm, language)]
                        .filter(Boolean)
                        .join(" · ")}
                    </p>
                    <p className="small">
                      {space.amenities
                        .slice(0, 3)
                        .map((amenity) => amenities[amenity as Amenity]?.[language])
                        .filter(Boolean)
                        .join(" · ")}
                    </p>
                  </div>
                  <div className="hit-seats">
                    <Seats free={space.guestSeatsLeft} seats={space.guestSeats} />
                    <span className="small">{wordsOf(space, search.day, language)}</span>
                  </div>
                </li>
              ))}
            </ol>
          )}
          {hits.nextCursor && (
            <p>
              {fitting <= mostAtOnce ? (
                <a href={address({ all: true })}>{text.showAll(inWords(fitting, language))}</a>
              ) : (
                <a href={address({ cursor: hits.nextCursor })}>{text.more}</a>
              )}
            </p>
          )}
        </div>
        <NorwayMap
          title={text.mapTitle(longDay(search.day, language))}
          caption={text.mapCaption}
          live={live}
          points={house.map((space) => ({
            id: space.slug,
            latitude: space.latitude,
            longitude: space.longitude,
            name: space.town,
            amount: space.guestSeats === 0 ? "–" : String(space.guestSeatsLeft),
            words: `${space.name}, ${space.town}: ${wordsOf(space, search.day, language)}`,
            isLit: space.guestSeatsLeft > 0,
            href: `/${language}/spaces/${space.slug}?day=${search.day}`,
          }))}
        />
      </div>
    </section>
  );
}
