import type { Language } from "../platform/language/language.ts";

/** A text in the reader's language, or in the first it has one in; empty when it has none. */
export function inLanguage(texts: Partial<Record<Language, string | undefined>>, language: Language): string {
  return texts[language] || texts.nb || texts.nn || texts.en || "";
}
