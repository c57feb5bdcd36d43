import { Door } from "../../../../interface/components/door.tsx";
import { dateWithYear } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import type { IntroductionState } from "../../introductions/introduction.ts";
import { introductionWords } from "../introduction-words.ts";
import type { ShownIntroduction } from "./of-api.ts";

const doors: Record<IntroductionState, "open" | "ajar" | "shut" | "closed"> = {
  asked: "ajar",
  introduced: "open",
  declined: "shut",
  withdrawn: "shut",
  expired: "shut",
  ended: "closed",
};

export function pairOf({ startup, investor }: Pick<ShownIntroduction, "startup" | "investor">, language: Language): string {
  const text = introductionWords[language];
  return text.title({ startup: startup?.name ?? text.aStartup, investor: investor.name });
}

/** Where an introduction stands, as a door and in words. */
export function StateOf({ introduction, language }: { introduction: Pick<ShownIntroduction, "state">; language: Language }) {
  return (
    <span className="with-icon">
      <Door state={doors[introduction.state]} /> <span>{introductionWords[language].states[introduction.state]}</span>
    </span>
  );
}

type LinesProps = { introductions: readonly ShownIntroduction[]; none: string; language: Language };

/** Introductions, the latest first. */
export function IntroductionLines({ introductions, none, language }: LinesProps) {
  const text = introductionWords[language];
  if (introductions.length === 0) return <p className="soft">{none}</p>;
  return (
    <ul className="lines">
      {introductions.map((one) => (
        <li key={one.id} className="with-icon">
          <Door state={doors[one.state]} />
          <div>
            <a href={`/${language}/introductions/${one.id}`}>{pairOf(one, language)}</a>
            <p className="small soft">
              {text.states[one.state]}
              {one.state === "asked" && ` · ${text.until({ day: dateWithYear(one.expiresOn, language) })}`}
              {one.introducedOn && ` · ${text.introducedOn({ day: dateWithYear(one.introducedOn, language) })}`}
              {one.meetings.length > 0 && ` · ${text.meetings}: ${one.meetings.length}`}
            </p>
            {one.abilities.answer.length > 0 && (
              <p>
                <b>{text.answer}</b>
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
