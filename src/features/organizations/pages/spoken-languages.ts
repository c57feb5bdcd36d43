import type { Language } from "../../../platform/language/language.ts";

// those of the country first, then those most often met with in its houses
const usual = ["nb", "nn", "se", "sma", "smj", "fkv", "en", "sv", "da", "de", "fr", "es", "pl", "uk", "ar"];

/** The languages to choose from, with those an organization has besides. */
export function offeredLanguages(chosen: readonly string[]): string[] {
  return [...usual, ...chosen.filter((code) => code !== "" && !usual.includes(code))];
}

/** The codes in the order they are offered in, so that the same languages never seem to differ. */
export function languagesInOrder(codes: readonly string[]): string {
  const order = offeredLanguages(codes);
  return [...new Set(codes)]
    .filter((code) => code !== "")
    .toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
    .join(", ");
}

/** "norsk bokmål"; the code itself where nobody knows its name. */
export function languageName(code: string, language: Language): string {
  return new Intl.DisplayNames([language], { type: "language" }).of(code) ?? code;
}
