import { createTransport, type Transporter } from "nodemailer";
import type { Installation } from "../installation.ts";
import type { LetterAttachment } from "./letter.ts";
import { withMaskedAddresses } from "./masked-address.ts";

const atOnce = 50;
/** How often a letter is tried before it is given up. */
export const mostLetterAttempts = 8;

/** How letters leave: one call a letter, which throws when the letter was not taken on. */
export interface Postman {
  send(letter: { id: string; to: string; subject: string; text: string; html: string; attachments: LetterAttachment[] }): Promise<void>;
}

/** By SMTP when SMTP_URL is set. Without it there is no postman, and letters are kept. */
export function postmanOf({ settings }: Pick<Installation, "settings">): Postman | undefined {
  if (!settings.smtpUrl) return undefined;
  const transport: Transporter = createTransport(settings.smtpUrl, { from: settings.mailFrom });
  const host = new URL(settings.url).hostname;
  return {
    async send({ id, attachments, ...letter }) {
      await transport.sendMail({
        ...letter,
        messageId: `<${id}@${host}>`,
        attachments: attachments.map(({ fileName, contentType, content }) => ({
          filename: fileName,
          contentType,
          content,
          encoding: "base64",
        })),
      });
    },
  };
}

/**
 * Sends what waits, one letter after the other; several processes may do so at once. A letter is taken before it is sent: one
 * that was under way when the program died is shown as uncertain and not sent again by itself. A refused letter is tried
 * again after a while, eight times over about four hours.
 * @returns how many were sent
 */
export async function deliverLetters(installation: Installation, postman = postmanOf(installation)): Promise<number> {
  if (!postman) return 0;
  let sent = 0;
  for (let count = 0; count < atOnce; count++) {
    const letter = await takeOne(installation);
    if (!letter) return sent;
    try {
      await postman.send({
        id: letter.id,
        to: letter.recipient,
        subject: letter.subject,
        text: letter.body_text,
        html: letter.body_html,
        attachments: letter.attachments as LetterAttachment[],
      });
    } catch (error) {
      await putBack(installation, letter, error);
      continue;
    }
    await installation.db.updateTable("letters").set({ sent_at: installation.now() }).where("id", "=", letter.id).execute();
    sent++;
  }
  return sent;
}

function takeOne({ db, now }: Installation) {
  const next = db
    .selectFrom("letters")
    .select("id")
    .where("taken_at", "is", null)
    .where((where) => where.or([where("try_after", "is", null), where("try_after", "<=", now())]))
    .orderBy("id")
    .limit(1)
    .forUpdate()
    .skipLocked();
  return db
    .updateTable("letters")
    .set((row) => ({ taken_at: now(), attempts: row("attempts", "+", 1), failure: null }))
    .where("id", "=", next)
    .returningAll()
    .executeTakeFirst();
}

async function putBack({ db, now, log }: Installation, letter: { id: string; attempts: number }, error: unknown): Promise<void> {
  const isLast = letter.attempts >= mostLetterAttempts;
  const failure = error instanceof Error ? error.message : String(error);
  // mail servers name the address they refuse, and a log holds none
  const cause = new Error(withMaskedAddresses(failure));
  log.failure("letter_not_sent", new Error("The mail server did not take the letter", { cause }), { letterId: letter.id, isLast });
  await db
    .updateTable("letters")
    .set({
      failure,
      try_after: now().add({ minutes: 2 ** letter.attempts }),
      ...(!isLast && { taken_at: null }),
    })
    .where("id", "=", letter.id)
    .execute();
}
