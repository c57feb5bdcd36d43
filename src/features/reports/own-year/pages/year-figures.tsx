import { DataTable } from "../../../../interface/components/data-table.tsx";
import { StatePane } from "../../../../interface/components/state-drawing.tsx";
import { dateWithYear, number } from "../../../../interface/format.ts";
import { inLanguage } from "../../../../interface/in-language.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { ownYearWords } from "./own-year-words.ts";

type Year = {
  year: number;
  guestDays: number;
  spaces: { slug: string; name: string; days: number }[];
  events: { slug: string; titles: Partial<Record<Language, string | undefined>>; day: string }[];
};
type YearFiguresProps = { shown: Year; eventsAttended: number; isOwn: boolean; language: Language };

/** Days, places and events of a year as three numbers, and under them what they are made of. */
export function YearFigures({ shown, eventsAttended, isOwn, language }: YearFiguresProps) {
  const text = ownYearWords[language];
  const count = (value: number) => number(value, language);
  if (shown.guestDays + eventsAttended === 0)
    return (
      <StatePane state="empty" title={text.none({ year: String(shown.year) })}>
        {isOwn && <p>{text.noneAbout}</p>}
      </StatePane>
    );
  const notNamed = eventsAttended - shown.events.length;
  return (
    <>
      <dl className="figures">
        {[
          { label: text.guestDays, amount: shown.guestDays },
          { label: text.places, amount: shown.spaces.length },
          { label: text.events, amount: eventsAttended },
        ].map(({ label, amount }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <span className="amount">{count(amount)}</span>
            </dd>
          </div>
        ))}
      </dl>
      <div className="columns">
        {shown.spaces.length > 0 && (
          <section className="stack" aria-labelledby="places">
            <h2 id="places">{isOwn ? text.placesVisited : text.placesShown}</h2>
            <DataTable
              caption={text.places}
              isCaptionHidden
              rows={shown.spaces}
              keyOf={({ slug }) => slug}
              columns={[
                { label: text.place, isHeading: true, cell: ({ slug, name }) => <a href={`/${language}/spaces/${slug}`}>{name}</a> },
                { label: text.days, isNumeric: true, cell: ({ days }) => count(days) },
              ]}
            />
          </section>
        )}
        {eventsAttended > 0 && (
          <section className="stack" aria-labelledby="events">
            <h2 id="events">{isOwn ? text.eventsAttended : text.eventsShown}</h2>
            <ul className="plain-list">
              {shown.events.map(({ slug, titles, day }) => (
                <li key={slug}>
                  <a href={`/${language}/events/${slug}`}>{inLanguage(titles, language)}</a>{" "}
                  <span className="soft">{dateWithYear(day, language)}</span>
                </li>
              ))}
            </ul>
            {notNamed > 0 && <p className="small soft">{text.notNamed({ count: count(notNamed) })}</p>}
          </section>
        )}
      </div>
    </>
  );
}
