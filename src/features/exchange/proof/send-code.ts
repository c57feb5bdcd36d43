import { createHmac, randomInt } from "node:crypto";
import { sql } from "kysely";
import { z } from "zod";
import type { Db } from "../../../platform/database/database.ts";
import { newId } from "../../../platform/database/id.ts";
import type { Installation } from "../../../platform/installation.ts";
import { defineJob } from "../../../platform/jobs/job.ts";
import { catalogue, isLanguage, languages } from "../../../platform/language/language.ts";
import { sendLetter } from "../../../platform/mail/index.ts";
import { dayIn } from "../../../platform/time/day.ts";

/** Sent behind, for known and unknown addresses alike: who asks learns nothing by how long it takes. */
export const sendsCode = defineJob(
  "exchange.send-proof-code",
  z.strictObject({ spaceId: z.uuid(), email: z.string(), language: z.enum(languages) }),
  { isAwaited: true },
);

const goodFor = { minutes: 15 };
// over many codes six digits could be guessed; who is locked out still has the sign-in link
const mostTriesADay = 20;

/** Writes a code to the address if it is a member's of the space today; else does nothing. */
export async function sendCode(installation: Installation, asked: z.infer<typeof sendsCode.payload>): Promise<void> {
  const { db, now, settings } = installation;
  const member = await findMember(installation, asked.spaceId, asked.email);
  if (!member || (await triesSince(db, asked.email, now().subtract({ hours: 24 }))) >= mostTriesADay) return;
  const code = String(randomInt(0, 1_000_000)).padStart(6, "0");
  const id = newId();
  await db.transaction().execute(async (tx) => {
    // the newest code is the one that counts
    await tx
      .updateTable("proof_codes")
      .set({ used_at: now() })
      .where("email", "=", asked.email)
      .where("space_id", "=", asked.spaceId)
      .where("used_at", "is", null)
      .execute();
    await tx
      .insertInto("proof_codes")
      .values({
        id,
        email: asked.email,
        space_id: asked.spaceId,
        code_hash: codeHash(settings.secret, id, code),
        created_at: now(),
        expires_at: now().add(goodFor),
      })
      .execute();
    const language = isLanguage(member.locale) ? member.locale : asked.language;
    const text = words[language];
    await sendLetter(tx, {
      key: `proof-code/${id}`,
      to: asked.email,
      language,
      // subjects show on a locked phone, and in the operator's list of letters
      subject: text.subject(member.space),
      parts: [text.hello(member.name), text.code(code, member.space), text.ignore],
      from: settings.name,
      at: now(),
    });
  });
}

/** Of a code only this is kept: six digits are guessed at once by whoever has the table but not the secret. */
export function codeHash(secret: string | undefined, id: string, code: string): Buffer {
  return createHmac("sha256", secret ?? "")
    .update(`${id} ${code}`)
    .digest();
}

/** How often codes sent to the address were tried. */
async function triesSince(db: Db, email: string, since: Temporal.Instant): Promise<number> {
  const { tries } = await db
    .selectFrom("proof_codes")
    .select((row) => row.fn.sum<string | null>("attempts").as("tries"))
    .where("email", "=", email)
    .where("created_at", ">", since)
    .executeTakeFirstOrThrow();
  return Number(tries ?? 0);
}

/** The member of the space with this address today: by themselves or through a company. */
async function findMember({ db, now }: Installation, spaceId: string, email: string) {
  const today = dayIn(now(), "Europe/Oslo");
  const { rows } = await sql<{ id: string; name: string; locale: string; space: string }>`
    select p.id, p.name, p.locale, s.name as space from people p join spaces s on s.id = ${spaceId}::uuid
    where p.email = ${email} and p.erased_at is null and (
      exists (select from memberships m where m.organization_id = s.organization_id and m.member_person_id = p.id and m.during @> ${today}::date)
      or exists (select from positions o join memberships m on m.member_organization_id = o.organization_id and m.confirmed_at is not null and m.during @> ${today}::date
        where o.person_id = p.id and o.during @> ${today}::date and m.organization_id = s.organization_id))`.execute(db);
  return rows[0];
}

const words = catalogue({
  nb: {
    subject: (space: string) => `Engangskoden din hos ${space}`,
    hello: (name: string) => `Hei, ${name}.`,
    code: (code: string, space: string) => `Koden ${code} viser at du er medlem hos ${space}. Den virker én gang, i femten minutter.`,
    ignore: "Var det ikke du som ba om den, trenger du ikke gjøre noe.",
  },
  nn: {
    subject: (space: string) => `Eingongskoden din hos ${space}`,
    hello: (name: string) => `Hei, ${name}.`,
    code: (code: string, space: string) => `Koden ${code} viser at du er medlem hos ${space}. Han verkar éin gong, i femten minutt.`,
    ignore: "Var det ikkje du som bad om han, treng du ikkje gjere noko.",
  },
  en: {
    subject: (space: string) => `Your one-time code at ${space}`,
    hello: (name: string) => `Hello, ${name}.`,
    code: (code: string, space: string) =>
      `The code ${code} shows that you are a member of ${space}. It works once, within fifteen minutes.`,
    ignore: "If you did not ask for it, there is nothing you need to do.",
  },
});
