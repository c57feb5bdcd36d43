import type { Texts } from "../../platform/database/schema.ts";
import { languages } from "../../platform/language/language.ts";
import { spaceRefusals } from "./refusals.ts";

/** Texts as a form or a program sends them: a language may be there and empty. */
export type WrittenTexts = Partial<Record<"nb" | "nn" | "en", string | undefined>>;

/** The languages that have something written. */
export function writtenTexts(texts: WrittenTexts): Texts {
  return Object.fromEntries(languages.flatMap((language) => (texts[language]?.trim() ? [[language, texts[language]]] : [])));
}

/** The same, where at least one language is needed. @throws Refusal space.text_missing */
export function requiredTexts(texts: WrittenTexts): Texts {
  const written = writtenTexts(texts);
  if (Object.keys(written).length === 0) throw spaceRefusals.textMissing();
  return written;
}
