import { sql } from "kysely";
import type { Actor } from "../../../platform/access/actor.ts";
import type { Db } from "../../../platform/database/database.ts";
import type { Day } from "../../../platform/time/day.ts";
import { readersAt } from "../../organizations/index.ts";
import { mayAnswerReports } from "../policy.ts";
import type { PackRow } from "./queries.ts";
import type { PackContent } from "./read-pack.ts";

export const answerKinds = ["accepted", "returned"] as const;
export type AnswerKind = (typeof answerKinds)[number];

/** What a funder that is here answered to reports, the first answer first, with each as it was sent. */
export function answersTo(db: Db, packId: string) {
  return db
    .selectFrom("report_pack_answers as a")
    .leftJoin("people as n", (join) => join.onRef("n.id", "=", "a.answered_by").on("n.erased_at", "is", null))
    .select(["a.id", "a.remark", "a.due_on as dueOn", "a.sent_at as sentAt", "a.narrative", "a.answered_at as answeredAt"])
    .select([sql<AnswerKind>`a.kind`.as("kind"), "n.name as answeredBy", sql<PackContent>`a.frozen`.as("frozen")])
    .where("a.pack_id", "=", packId)
    .orderBy("a.answered_at")
    .orderBy("a.id")
    .execute();
}

/** The funder that answers a report here itself: the one whose call granted it, as long as somebody runs it. */
export async function answeringFunder(
  db: Db,
  { funder_id: funderId, submission_id: submissionId }: Pick<PackRow, "funder_id" | "submission_id">,
  today: Day,
): Promise<string | null> {
  if (funderId === null || submissionId === null) return null;
  const there = await readersAt(db, [funderId], ["owner", "manager", "coordinator"], today);
  return there.length > 0 ? funderId : null;
}

/** Whether the actor reads a report as its funder: once it was sent, if its grant was decided here. */
export function readsAsFunder(actor: Actor, pack: Pick<PackRow, "funder_id" | "submission_id">): boolean {
  return pack.funder_id !== null && pack.submission_id !== null && mayAnswerReports(actor, pack.funder_id);
}

/** Whether a file goes with a report that was sent to a funder the actor answers for. */
export async function wasSentToActor(db: Db, actor: Actor, fileId: string): Promise<boolean> {
  const file = JSON.stringify([{ id: fileId }]);
  const { rows } = await sql<Pick<PackRow, "funder_id" | "submission_id">>`
    select distinct f.funder_id, f.submission_id from fundings f join report_packs k on k.funding_id = f.id
    where k.frozen -> 'attachments' @> ${file}::jsonb
      or exists (select from report_pack_answers a where a.pack_id = k.id and a.frozen -> 'attachments' @> ${file}::jsonb)`.execute(db);
  return rows.some((funding) => readsAsFunder(actor, funding));
}
