import type { Texts } from "../../platform/database/schema.ts";
import type { Language } from "../../platform/language/language.ts";

/** What a plan is called, in the reader's language or one it is written in. */
export function planName(names: Texts, language: Language): string {
  return names[language] ?? names.nb ?? names.nn ?? names.en ?? "";
}
