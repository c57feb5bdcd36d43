import { catalogue, type Language } from "../language/language.ts";
import type { ImportKind, ReasonSentence } from "./import-kind.ts";
import type { Reason } from "./outcome.ts";

type Facts = Record<string, string | number>;

/** Reasons that every kind may have: the cell reasons of platform/sheets and what the engine itself finds. */
const common: Record<Language, Record<string, ReasonSentence>> = catalogue<Record<string, ReasonSentence>>({
  nb: {
    missing: "mangler.",
    too_long: "er for lang.",
    formula_error: ({ value }: Facts) => `er en formel som ikke gikk opp: «${value}».`,
    not_an_email: ({ value }: Facts) => `«${value}» er ikke en e-postadresse. Skriv den med @, for eksempel hei@huset.example.`,
    not_a_date: ({ value }: Facts) => `«${value}» er ikke en dato. Skriv for eksempel 17.05.2026.`,
    no_such_date: ({ value }: Facts) => `Datoen ${value} finnes ikke.`,
    not_a_number: ({ value }: Facts) => `«${value}» er ikke et tall.`,
    ambiguous_number: ({ value }: Facts) => `«${value}» kan leses på to måter. Skriv uten punktum.`,
    not_whole: ({ value }: Facts) => `«${value}» er ikke et helt tall.`,
    out_of_range: ({ value }: Facts) => `${value} er utenfor det som går an.`,
    not_yes_or_no: ({ value }: Facts) => `«${value}» er verken ja eller nei.`,
    not_an_organization_number: ({ value }: Facts) => `«${value}» er ikke et organisasjonsnummer. Det har ni siffer.`,
    wrong_check_digit: ({ value }: Facts) => `Organisasjonsnummeret ${value} finnes ikke: kontrollsifferet stemmer ikke.`,
    not_a_phone_number: ({ value }: Facts) => `«${value}» er ikke et telefonnummer.`,
    not_a_postcode: ({ value }: Facts) => `«${value}» er ikke et postnummer. Det har fire siffer.`,
    not_a_municipality_number: ({ value }: Facts) => `«${value}» er ikke et kommunenummer. Det har fire siffer.`,
    not_coordinates: ({ value }: Facts) => `«${value}» er ikke en grad. Skriv for eksempel 59,9139.`,
    not_in_vocabulary: ({ value }: Facts) => `«${value}» er ikke blant ordene vi kjenner.`,
    ambiguous_word: ({ value }: Facts) => `«${value}» kan bety flere ting.`,
    surplus_cells: ({ value }: Facts) => `Raden har en celle for mye: «${value}». Mangler det anførselstegn om en tekst med skilletegn i?`,
    duplicate_in_file: ({ row }: Facts) => `står også i rad ${row}.`,
  },
  nn: {
    missing: "manglar.",
    too_long: "er for lang.",
    formula_error: ({ value }: Facts) => `er ein formel som ikkje gjekk opp: «${value}».`,
    not_an_email: ({ value }: Facts) => `«${value}» er ikkje ei e-postadresse. Skriv ho med @, til dømes hei@huset.example.`,
    not_a_date: ({ value }: Facts) => `«${value}» er ikkje ein dato. Skriv til dømes 17.05.2026.`,
    no_such_date: ({ value }: Facts) => `Datoen ${value} finst ikkje.`,
    not_a_number: ({ value }: Facts) => `«${value}» er ikkje eit tal.`,
    ambiguous_number: ({ value }: Facts) => `«${value}» kan lesast på to måtar. Skriv utan punktum.`,
    not_whole: ({ value }: Facts) => `«${value}» er ikkje eit heilt tal.`,
    out_of_range: ({ value }: Facts) => `${value} er utanfor det som går an.`,
    not_yes_or_no: ({ value }: Facts) => `«${value}» er korkje ja eller nei.`,
    not_an_organization_number: ({ value }: Facts) => `«${value}» er ikkje eit organisasjonsnummer. Det har ni siffer.`,
    wrong_check_digit: ({ value }: Facts) => `Organisasjonsnummeret ${value} finst ikkje: kontrollsifferet stemmer ikkje.`,
    not_a_phone_number: ({ value }: Facts) => `«${value}» er ikkje eit telefonnummer.`,
    not_a_postcode: ({ value }: Facts) => `«${value}» er ikkje eit postnummer. Det har fire siffer.`,
    not_a_municipality_number: ({ value }: Facts) => `«${value}» er ikkje eit kommunenummer. Det har fire siffer.`,
    not_coordinates: ({ value }: Facts) => `«${value}» er ikkje ein grad. Skriv til dømes 59,9139.`,
    not_in_vocabulary: ({ value }: Facts) => `«${value}» er ikkje mellom orda vi kjenner.`,
    ambiguous_word: ({ value }: Facts) => `«${value}» kan tyde fleire ting.`,
    surplus_cells: ({ value }: Facts) =>
      `Rada har ei celle for mykje: «${value}». Manglar det hermeteikn kring ein tekst med skiljeteikn i?`,
    duplicate_in_file: ({ row }: Facts) => `står òg i rad ${row}.`,
  },
  en: {
    missing: "is missing.",
    too_long: "is too long.",
    formula_error: ({ value }: Facts) => `is a formula that failed: “${value}”.`,
    not_an_email: ({ value }: Facts) => `“${value}” is not an e-mail address. Write it with @, for example hello@house.example.`,
    not_a_date: ({ value }: Facts) => `“${value}” is not a date. Write for example 17.05.2026.`,
    no_such_date: ({ value }: Facts) => `The date ${value} does not exist.`,
    not_a_number: ({ value }: Facts) => `“${value}” is not a number.`,
    ambiguous_number: ({ value }: Facts) => `“${value}” can be read in two ways. Write it without the point.`,
    not_whole: ({ value }: Facts) => `“${value}” is not a whole number.`,
    out_of_range: ({ value }: Facts) => `${value} is outside what is possible.`,
    not_yes_or_no: ({ value }: Facts) => `“${value}” is neither yes nor no.`,
    not_an_organization_number: ({ value }: Facts) => `“${value}” is not an organization number. It has nine digits.`,
    wrong_check_digit: ({ value }: Facts) => `The organization number ${value} does not exist: its check digit is wrong.`,
    not_a_phone_number: ({ value }: Facts) => `“${value}” is not a phone number.`,
    not_a_postcode: ({ value }: Facts) => `“${value}” is not a postcode. It has four digits.`,
    not_a_municipality_number: ({ value }: Facts) => `“${value}” is not a municipality number. It has four digits.`,
    not_coordinates: ({ value }: Facts) => `“${value}” is not a degree. Write for example 59.9139.`,
    not_in_vocabulary: ({ value }: Facts) => `“${value}” is not among the words we know.`,
    ambiguous_word: ({ value }: Facts) => `“${value}” can mean more than one thing.`,
    surplus_cells: ({ value }: Facts) =>
      `The row has one cell too many: “${value}”. Are quotation marks missing around a text with a separator in it?`,
    duplicate_in_file: ({ row }: Facts) => `is also in row ${row}.`,
  },
});

/** The reason in words: "E-post: «ola» er ikke en e-postadresse. …". */
export function reasonSentence(kind: ImportKind, { code, column, details = {} }: Reason, language: Language): string {
  const sentence = kind.reasons[code]?.[language] ?? common[language][code] ?? code;
  const said = typeof sentence === "string" ? sentence : sentence(details);
  const { labels, help } = kind.columns.find(({ key }) => key === column) ?? {};
  const label = labels?.[language];
  // what a column that has words of its own takes stands in its help
  const text = code === "not_in_vocabulary" && help?.[language] ? `${said} ${help[language]}` : said;
  if (label === undefined) return text;
  // a sentence that goes on from the column's name, or one that stands by itself after it
  return /^[a-zæøå]/.test(text) ? `${label} ${text}` : `${label}: ${text}`;
}
