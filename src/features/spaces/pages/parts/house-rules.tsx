import { dateWithYear } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { dayIn } from "../../../../platform/time/day.ts";
import { messages } from "../../messages.ts";
import type { Space } from "../../shapes.ts";
import { textIn } from "../../text-in.ts";

/** The rules that hold, one a line, and since when. */
export function HouseRules({ space, language }: { space: Pick<Space, "houseRules" | "timeZone">; language: Language }) {
  const { noRules, rulesFrom } = messages[language];
  const rules = space.houseRules && textIn(space.houseRules.texts, language);
  if (!space.houseRules || !rules) return <p className="soft">{noRules}</p>;
  const from = dayIn(Temporal.Instant.from(space.houseRules.publishedAt), space.timeZone);
  return (
    <>
      <ul className="plain-list" lang={rules.language === language ? undefined : rules.language}>
        {linesOf(rules.text).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p className="small soft">{rulesFrom(space.houseRules.version, dateWithYear(from, language))}</p>
    </>
  );
}

function linesOf(text: string): string[] {
  return [...new Set(text.split(/\r?\n/).map((line) => line.trim()))].filter((line) => line !== "");
}
