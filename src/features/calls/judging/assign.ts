import type { Tx } from "../../../platform/database/database.ts";

export interface Judged {
  id: string;
  /** Whoever applies judges no submission of their own. */
  person_id: string;
}

/**
 * Which juror reads which submission: all read all, or so many each, handed round so that the jurors get about as many. Nobody reads
 * their own.
 */
export function assignmentsOf(
  submissions: readonly Judged[],
  jurorIds: readonly string[],
  perSubmission?: number,
): [submission: string, juror: string][] {
  let next = 0;
  return submissions.flatMap(({ id, person_id: applicant }): [string, string][] => {
    const others = jurorIds.filter((juror) => juror !== applicant);
    const count = Math.min(perSubmission ?? others.length, others.length);
    const chosen = Array.from({ length: count }, (_, place) => others[(next + place) % others.length] ?? "");
    next += count;
    return chosen.map((juror) => [id, juror]);
  });
}

/** Gives jurors what they are to read in a phase; what they have already stays as it is. */
export async function assign(
  tx: Tx,
  { callId, phase, at }: { callId: string; phase: number; at: Temporal.Instant },
  pairs: readonly [submission: string, juror: string][],
): Promise<void> {
  if (pairs.length === 0) return;
  await tx
    .insertInto("reviews")
    .values(pairs.map(([submission_id, juror_id]) => ({ call_id: callId, phase, submission_id, juror_id, assigned_at: at })))
    .onConflict((conflict) => conflict.constraint("reviews_once").doNothing())
    .execute();
}

/** What has come in while the first phase is open is read in it too, by all. */
export async function assignDelivered(tx: Tx, callId: string, submission: Judged, at: Temporal.Instant): Promise<void> {
  const open = await tx
    .selectFrom("call_phases")
    .select("number")
    .where("call_id", "=", callId)
    .where("number", "=", 1)
    .where("opened_at", "is not", null)
    .where("closed_at", "is", null)
    .executeTakeFirst();
  if (open) await assign(tx, { callId, phase: 1, at }, assignmentsOf([submission], await juryOf(tx, callId)));
}

export async function juryOf(tx: Tx, callId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom("call_jurors")
    .select("person_id")
    .where("call_id", "=", callId)
    .orderBy("added_at")
    .orderBy("person_id")
    .execute();
  return rows.map((row) => row.person_id);
}

/** Whether a jury has begun on it: from then on it stands as it was delivered. */
export async function isBeingJudged(tx: Tx, submissionId: string): Promise<boolean> {
  const row = await tx.selectFrom("reviews").select("phase").where("submission_id", "=", submissionId).limit(1).executeTakeFirst();
  return row !== undefined;
}
