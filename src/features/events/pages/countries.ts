import { type Language, locale } from "../../../platform/language/language.ts";

// where partner cities and journeys have been, and the neighbours; the API takes any
const codes = "SE DK FI IS FO EE LV LT PL DE NL BE FR GB IE ES PT IT CH AT CZ US CA".split(" ");

/** The name of a country in a language. */
export function countryName(code: string, language: Language): string {
  return new Intl.DisplayNames(locale(language), { type: "region" }).of(code) ?? code;
}

/** Countries an event is held in, by name; one that is not among them is added. */
export function countriesIn(language: Language, own?: string): { value: string; label: string }[] {
  const all = own && !codes.includes(own) ? [...codes, own] : codes;
  return all
    .map((value) => ({ value, label: countryName(value, language) }))
    .toSorted((one, other) => one.label.localeCompare(other.label, locale(language)));
}
