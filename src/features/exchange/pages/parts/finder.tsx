import { Icon } from "../../../../interface/components/icon.tsx";
import { number, relativeDay, shortDay } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { findWords } from "../words/find-words.ts";

type Search = { day: string; near: string; seats: number; amenities: string[] };

/** Day, place and number of seats, in one wall. Without script: it asks by its address. */
export function Finder({
  search,
  ahead = [],
  today,
  language,
}: {
  search: Search;
  ahead?: { day: string; guestSeats: number }[] | undefined;
  today: string;
  language: Language;
}) {
  const text = findWords[language];
  const days = ahead.filter(({ day, guestSeats }) => guestSeats > 0 || day === search.day).map(({ day }) => day);
  if (!days.includes(search.day)) days.push(search.day);
  return (
    <search aria-label={text.find}>
      <form className="finder">
        <div className="cell">
          <label htmlFor="day">{text.day}</label>
          <select id="day" name="day" defaultValue={search.day}>
            {days.map((day) => (
              <option key={day} value={day}>
                {dayOption(day, today, language)}
              </option>
            ))}
          </select>
        </div>
        <div className="cell">
          <label htmlFor="near">{text.near}</label>
          <input
            id="near"
            name="near"
            defaultValue={search.near}
            placeholder={text.nearHint}
            autoComplete="address-level2"
            maxLength={80}
          />
        </div>
        <div className="cell few">
          <label htmlFor="seats">{text.seats}</label>
          <select id="seats" name="seats" defaultValue={String(search.seats)}>
            {[1, 2, 3, 4, 5, 6, 8, 10].map((seats) => (
              <option key={seats} value={seats}>
                {number(seats, language)}
              </option>
            ))}
          </select>
        </div>
        {search.amenities.map((amenity) => (
          <input key={amenity} type="hidden" name="amenity" value={amenity} />
        ))}
        <button className="button lit" type="submit">
          {text.find} <Icon name="arrow-right" />
        </button>
      </form>
    </search>
  );
}

function dayOption(day: string, today: string, language: Language): string {
  const near = relativeDay(day, today, language);
  const short = shortDay(day, language);
  return near === short ? short : `${near}, ${short}`;
}
