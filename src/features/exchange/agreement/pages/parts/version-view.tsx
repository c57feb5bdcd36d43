import { inWords, list, money, number } from "../../../../../interface/format.ts";
import type { Language } from "../../../../../platform/language/language.ts";
import type { Terms } from "../../../agreement.ts";
import { type Comparable, paragraphs } from "../../diff.ts";
import { agreementWords } from "../agreement-words.ts";
import { termsFacts } from "./terms-words.ts";

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
  const { terms } = version;
  const facts = termsFacts[language].of(terms, {
    count: (value) => inWords(value, language),
    price: terms.priceAfterQuotaOre === null ? undefined : money(terms.priceAfterQuotaOre, language),
    plans: termInWords("eligiblePlans", terms.eligiblePlans, language),
    settlement: words.settlements[terms.settlement],
  });
  return (
    <dl className="key-facts roomy">
      {version.quotas.map(({ dimension, daysPerMonth }) => (
        <div key={dimension}>
          <dt>{words.dimensions[dimension]}</dt>
          <dd>{words.days(daysPerMonth)}</dd>
        </div>
      ))}
      {facts.map(([what, says]) => (
        <div key={what}>
          <dt>{what}</dt>
          <dd>{says}</dd>
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
