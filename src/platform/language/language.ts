/** The languages of the interface. The order is the order of the language menu. */
export const languages = ["nb", "nn", "en"] as const;

export type Language = (typeof languages)[number];

/** A text in each language. */
export type InEveryLanguage<Text = string> = Record<Language, Text>;

/** A text that is the same in each. */
export function inAll(text: string): InEveryLanguage {
  return { nb: text, nn: text, en: text };
}

/** Whether a path segment or header names a language of ours. */
export function isLanguage(text: string | undefined): text is Language {
  return languages.some((language) => language === text);
}

/**
 * A message catalogue. The bokmål texts set the keys and parameters; a key missing from nynorsk or English does not compile.
 * A message is a string, or a function of named values that returns one.
 */
export function catalogue<Texts>(texts: { nb: Texts; nn: NoInfer<Texts>; en: NoInfer<Texts> }): Record<Language, Texts> {
  return texts;
}

/** The first of our languages in an Accept-Language header, else bokmål. `no` is read as bokmål. */
export function preferredLanguage(header: string | null | undefined): Language {
  for (const part of (header ?? "").split(",")) {
    const tag = part.trim().slice(0, 2).toLowerCase();
    if (tag === "no") return "nb";
    if (isLanguage(tag)) return tag;
  }
  return "nb";
}

/** The BCP 47 tag given to Intl. */
export function locale(language: Language): string {
  return { nb: "nb-NO", nn: "nn-NO", en: "en-GB" }[language];
}
