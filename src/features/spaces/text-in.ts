import type { Texts } from "../../platform/database/schema.ts";
import type { Language } from "../../platform/language/language.ts";

// who reads Norwegian reads both written forms
const order: Record<Language, Language[]> = { nb: ["nb", "nn", "en"], nn: ["nn", "nb", "en"], en: ["en", "nb", "nn"] };

/** A text in the reader's language, else in the nearest it was written in; `language` says which. Undefined when there is none. */
export function textIn(texts: Texts, language: Language): { text: string; language: Language } | undefined {
  const found = order[language].find((each) => texts[each]);
  return found && { text: texts[found] ?? "", language: found };
}
