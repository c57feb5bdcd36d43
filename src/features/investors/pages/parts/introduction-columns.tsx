import { dateWithYear } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { introductionWords } from "../introduction-words.ts";
import { pairOf, StateOf } from "./introduction-lines.tsx";
import type { ShownIntroduction } from "./of-api.ts";

const columns = ["asked", "introduced", "met", "over"] as const;
type Column = (typeof columns)[number];

/** Introductions by where they stand; on a phone one column below the other. */
export function IntroductionColumns({ introductions, language }: { introductions: readonly ShownIntroduction[]; language: Language }) {
  const text = introductionWords[language];
  return (
    <div className="introduction-columns">
      {columns.map((column) => {
        const inside = introductions.filter((one) => columnOf(one) === column);
        return (
          <section key={column} className="room padded" aria-labelledby={`column-${column}`}>
            <h3 id={`column-${column}`}>
              {text.columns[column]} <span className="soft">{inside.length}</span>
            </h3>
            <ul className="plain-list">
              {inside.map((one) => (
                <li key={one.id}>
                  <a href={`/${language}/introductions/${one.id}`}>{pairOf(one, language)}</a>
                  <p className="small soft">{whenOf(one, language)}</p>
                  {column === "over" && (
                    <p className="small">
                      <StateOf introduction={one} language={language} />
                    </p>
                  )}
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

function columnOf({ state, meetings }: ShownIntroduction): Column {
  if (state === "asked") return "asked";
  if (meetings.length > 0) return "met";
  return state === "introduced" ? "introduced" : "over";
}

function whenOf({ state, expiresOn, introducedOn, meetings, stateSince }: ShownIntroduction, language: Language): string {
  const text = introductionWords[language];
  const met = meetings.at(-1);
  if (state === "asked") return text.until({ day: dateWithYear(expiresOn, language) });
  if (met) return `${text.meetings}: ${dateWithYear(met.metOn, language)}`;
  return introducedOn ? text.introducedOn({ day: dateWithYear(introducedOn, language) }) : dateWithYear(stateSince.slice(0, 10), language);
}
