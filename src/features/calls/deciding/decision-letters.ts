import { type SqlBool, sql } from "kysely";
import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import type { Db } from "../../../platform/database/database.ts";
import type { Installation } from "../../../platform/installation.ts";
import { isLanguage } from "../../../platform/language/language.ts";
import { writeLetter } from "../../../platform/mail/index.ts";
import { announce } from "../../../platform/outbox.ts";
import { textOf } from "../call.ts";
import { decisionLetter } from "../letters/written.ts";
import { mayRunCall } from "../policy.ts";
import { type CallRow, findCall, lockCall } from "../queries.ts";
import type { Outcome } from "../submissions/outcome.ts";
import { decidingRefusals } from "./refusals.ts";

/** What an applicant will be written: the preview and the letter are one and the same. */
function letterOf(call: CallRow, row: Untold) {
  const language = isLanguage(row.locale) ? row.locale : "nb";
  const { title, outcome, reason } = row;
  const about = { title, outcome, reason, call: textOf(call.titles, language), runner: call.organization_name };
  const letter = decisionLetter(language, { ...about, appeal: textOf(call.texts, language) }, `/me/submissions/${row.submission_id}`);
  return { language, ...letter };
}

/** The letters that have not been sent, for those who run the call. */
export async function previewLetters(db: Db, actor: Actor, idOrSlug: string) {
  const call = await runCall(db, actor, idOrSlug);
  return (await untoldOf(db, call.id)).map((row) => ({ row, letter: letterOf(call, row) }));
}

/**
 * Sends the letters about these submissions, each once. From then on whoever applied sees the decision.
 * @returns how many were sent. @throws Refusal deciding.nothing_to_tell
 */
export async function sendLetters(
  installation: Installation,
  actor: Actor,
  idOrSlug: string,
  submissionIds: readonly string[],
): Promise<number> {
  const { db, now } = installation;
  const { id, organization_id: organizationId } = await runCall(db, actor, idOrSlug);
  const at = now();
  return db.transaction().execute(async (tx) => {
    const call = await lockCall(tx, id, "to change");
    const rows = (await untoldOf(tx, id)).filter((row) => submissionIds.includes(row.submission_id));
    if (rows.length === 0) throw decidingRefusals.nothingToTell();
    for (const row of rows) {
      const { language, subject, lines, link } = letterOf(call, row);
      const key = `submission.decision/${row.submission_id}/${row.number}`;
      if (!row.is_erased) await writeLetter(tx, installation, { email: row.email, language }, { key, subject, lines: [...lines, link] });
      await tx
        .updateTable("call_decisions")
        .set({ told_at: at })
        .where("submission_id", "=", row.submission_id)
        .where("number", "=", row.number)
        .execute();
    }
    const details = { submissionIds: rows.map((row) => row.submission_id) };
    await audit(tx, { actor, at, action: "call.tell_decisions", subject: { kind: "call", id }, organizationId, details });
    await announce(
      tx,
      rows.map(({ submission_id: submissionId, outcome }) => ({
        at,
        topic: "submission.decision_told",
        organizationIds: [organizationId],
        payload: { callId: id, submissionId, outcome },
      })),
    );
    return rows.length;
  });
}

async function runCall(db: Db, actor: Actor, idOrSlug: string): Promise<CallRow> {
  const call = await findCall(db, idOrSlug);
  authorize(actor, call !== undefined && mayRunCall(actor, call.organization_id));
  return found(call);
}

type Untold = Awaited<ReturnType<typeof untoldOf>>[number];

function untoldOf(db: Db, callId: string) {
  return db
    .selectFrom("call_decisions as d")
    .innerJoin("submissions as s", "s.id", "d.submission_id")
    .innerJoin("people as p", "p.id", "s.person_id")
    .select(["d.submission_id", "d.number", "d.reason", "p.name", "p.email", "p.locale"])
    .select([
      sql<Outcome>`d.outcome`.as("outcome"),
      sql<string>`s.delivered_title`.as("title"),
      sql<boolean>`p.erased_at is not null`.as("is_erased"),
    ])
    .where("d.call_id", "=", callId)
    .where("d.told_at", "is", null)
    .where("s.state", "=", "submitted")
    .where(sql<SqlBool>`d.number = (select max(l.number) from call_decisions l where l.submission_id = d.submission_id)`)
    .orderBy(sql`s.delivered_title collate norwegian`)
    .orderBy("s.id")
    .execute();
}
