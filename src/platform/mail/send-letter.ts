import type { Db } from "../database/database.ts";
import { newId } from "../database/id.ts";
import { enqueue } from "../jobs/enqueue.ts";
import { deliverLettersJob } from "./jobs.ts";
import { type Letter, letterHtml, letterText } from "./letter.ts";

/**
 * Writes the letter in the transaction that gives the reason for it; the mail job sends it. Written once per key.
 * @returns whether it was written now
 */
export async function sendLetter(tx: Db, letter: Letter): Promise<boolean> {
  // an erased person's address, which leads nowhere
  if (letter.to.endsWith(".invalid")) return false;
  const written = await tx
    .insertInto("letters")
    .values({
      id: newId(),
      letter_key: letter.key,
      recipient: letter.to,
      // a line break in a subject would be a header of its own
      subject: letter.subject.replace(/\s+/g, " "),
      body_text: letterText(letter),
      body_html: letterHtml(letter),
      attachments: JSON.stringify(letter.attachments ?? []),
      language: letter.language,
      created_at: letter.at,
    })
    .onConflict((conflict) => conflict.constraint("letters_once").doNothing())
    .returning("id")
    .executeTakeFirst();
  if (written) await enqueue(tx, deliverLettersJob, {}, { jobKey: deliverLettersJob.name });
  return written !== undefined;
}
