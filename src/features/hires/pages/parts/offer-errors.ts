import type { Language } from "../../../../platform/language/language.ts";
import type { Refused } from "../hire-action.ts";
import { offerWords } from "../offer-words.ts";
import type { FormError } from "./request-errors.ts";

/** What stops a form of the offer, by its fields; a text that is missing in every language is missed in the reader's own. */
export function offerErrors({ problem }: Refused, language: Language): FormError[] {
  const named: Record<string, string> = {
    names: `name-${language}`,
    texts: `text-${language}`,
    priceOre: "price",
    vatPercent: "vat",
  };
  return (problem.errors ?? []).map(({ field, message }) => {
    const [, part = "", of] = /^(names|texts)\.(\w+)$/.exec(field) ?? [];
    return { field: of ? `${part.slice(0, -1)}-${of}` : (named[field] ?? field), message };
  });
}

/** What the fields are called. */
export function offerLabels(language: Language): Record<string, string> {
  const { name, text, priceKroner, freeDays, feePercent } = offerWords[language];
  const inLanguages = (["nb", "nn", "en"] as const).flatMap((each) => [
    [`name-${each}`, name[each]],
    [`text-${each}`, text[each]],
  ]);
  return { ...Object.fromEntries(inLanguages), price: priceKroner, freeDays, feePercent };
}
