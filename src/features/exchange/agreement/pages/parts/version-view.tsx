import { list, money, number } from "../../../../../interface/format.ts";
import type { Language } from "../../../../../platform/language/language.ts";
import type { Terms } from "../../../agreement.ts";
import { type Comparable, paragraphs } from "../../diff.ts";
import { agreementWords } from "../agreement-words.ts";

export type VersionData = Comparable & { version: number; validFrom: string; revision: number };

/** The text of a version in the reader's language, or in the first it has. */
export function VersionText({ version, language }: { version: VersionData; language: Language }) {
  const shown = version.texts[language] ? language : (["nb", "nn", "en"] as const).find((one) => version.texts[one]);
  return (
    <div className="stack" lang={shown}>
      {paragraphs(shown && version.texts[shown]).map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}

/** What a version says in figures. */
export function TermsList({ version, language }: { version: VersionData; language: Language }) {
  const words = agreementWords[language];
  const terms = Object.keys(words.term) as (keyof Terms)[];
  return (
    <dl className="key-facts">
      {version.quotas.map(({ dimension, daysPerMonth }) => (
        <div key={dimension}>
          <dt>{words.dimensions[dimension]}</dt>
          <dd>{words.days(daysPerMonth)}</dd>
        </div>
      ))}
      {terms.map((term) => (
        <div key={term}>
          <dt>{words.term[term]}</dt>
          <dd>{termInWords(term, version.terms[term], language)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The value of a term as people say it. */
export function termInWords(term: keyof Terms, value: Terms[keyof Terms], language: Language): string {
  const words = agreementWords[language];
  if (term === "settlement") return words.settlements[value as Terms["settlement"]];
  if (term === "priceAfterQuotaOre") return value === null ? words.none : money(Number(value), language);
  if (term === "eligiblePlans")
    return Array.isArray(value)
      ? list(
          value.map((plan) => words.planNames[plan] ?? plan),
          language,
        )
      : words.allPlans;
  return typeof value === "number" ? number(value, language) : String(value);
}

/** The days of a quota as people say them. */
export function quotaInWords(days: number | null, language: Language): string {
  const words = agreementWords[language];
  return days === null ? words.none : words.days(days);
}
