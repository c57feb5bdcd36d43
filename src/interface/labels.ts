import { type Language, languages } from "../platform/language/language.ts";

/** What the fields are called of a text that is written in each language: "title-nb", "title-nn", "title-en". */
export function labelsInEach<Name extends string>(name: Name, labels: Readonly<Record<Language, string>>) {
  return Object.fromEntries(languages.map((each) => [`${name}-${each}`, labels[each]])) as Record<`${Name}-${Language}`, string>;
}
