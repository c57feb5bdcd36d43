import type { Db } from "../database/database.ts";
import type { Installation } from "../installation.ts";
import type { Language } from "../language/language.ts";
import { sendLetter } from "./send-letter.ts";

/** Who is written to, and in which language. */
export interface Addressee {
  email: string;
  language: Language;
}

/** A line of a letter to somebody: a paragraph, or a link to a page by its path without the language ("/me/passes/…"). */
export type LetterLine = string | { label: string; path: string };

/**
 * Writes to somebody in their language about something here, in the transaction that gives the reason for it.
 * @param letter the key is what stops a second one
 */
export async function writeLetter(
  tx: Db,
  { settings, now }: Pick<Installation, "settings" | "now">,
  to: Addressee,
  letter: { key: string; subject: string; lines: readonly LetterLine[] },
): Promise<void> {
  await sendLetter(tx, {
    key: letter.key,
    to: to.email,
    language: to.language,
    subject: letter.subject,
    parts: letter.lines.map((line) =>
      typeof line === "string" ? line : { label: line.label, url: `${settings.url}/${to.language}${line.path}` },
    ),
    from: settings.name,
    at: now(),
  });
}
