import type { Db } from "../../../platform/database/database.ts";
import type { Texts } from "../../../platform/database/schema.ts";
import type { Language } from "../../../platform/language/language.ts";
import { titleIn } from "../event.ts";

export const ownLetters = ["confirmed", "reminder", "event_changed", "came", "missed"] as const;
/** The letters those who run an event may add words of their own to. */
export type OwnLetter = (typeof ownLetters)[number];

export type OwnWords = ReadonlyMap<string, Texts>;

/** What those who run an event have added to its letters, by letter. */
export async function ownWordsOf(db: Db, eventId: string): Promise<OwnWords> {
  const rows = await db.selectFrom("event_letter_lines").select(["about", "texts"]).where("event_id", "=", eventId).execute();
  return new Map(rows.map(({ about, texts }) => [about, texts as Texts]));
}

/** What is added to a letter in a language, or in the first there is; nothing when nothing was. A ticket that was named is confirmed to its holder. */
export function wordsFor(own: OwnWords, about: string, language: Language): string[] {
  const texts = own.get(about === "named" ? "confirmed" : about);
  const text = texts ? titleIn(texts, language) : "";
  return text.split(/\n\s*\n/).flatMap((paragraph) => paragraph.trim() || []);
}
