import { type SqlBool, sql } from "kysely";
import type { Db, Tx } from "../../../platform/database/database.ts";
import { isId } from "../../../platform/database/id.ts";
import type { Texts } from "../../../platform/database/schema.ts";

export type Conflict = "none" | "conflict";
/** What identifies a review. */
export type ReviewKey = { call_id: string; phase: number; submission_id: string; juror_id: string };

/** Reviews with their phase, juror and scores. Filter and order it further. */
export function reviews(db: Db) {
  return db
    .selectFrom("reviews as r")
    .innerJoin("call_phases as f", (join) => join.onRef("f.call_id", "=", "r.call_id").onRef("f.number", "=", "r.phase"))
    .innerJoin("submissions as s", "s.id", "r.submission_id")
    .innerJoin("people as j", "j.id", "r.juror_id")
    .select(["r.call_id", "r.phase", "r.submission_id", "r.juror_id", "r.conflict_reason", "r.declared_at", "r.comment", "r.delivered_at"])
    .select(["r.version", "f.opened_at", "f.closed_at", "f.names as phase_names", "j.name as juror_name", "s.erased_at"])
    .select([
      sql<Conflict | null>`r.conflict`.as("conflict"),
      sql<string>`s.delivered_title`.as("title"),
      sql<boolean>`s.state = 'withdrawn'`.as("is_withdrawn"),
      sql<
        Record<string, number>
      >`coalesce((select jsonb_object_agg(g.criterion_id, g.score) from review_scores g where g.call_id = r.call_id and g.phase = r.phase
        and g.submission_id = r.submission_id and g.juror_id = r.juror_id), '{}')`.as("scores"),
    ]);
}

export type ReviewRow = NonNullable<Awaited<ReturnType<typeof findReview>>>;

/** A juror's review of a submission: of the phase, or of the latest there is one in. */
export function findReview(db: Db, submissionId: string, jurorId: string, phase?: number) {
  return reviews(db)
    .where("r.submission_id", "=", submissionId)
    .where("r.juror_id", "=", jurorId)
    .$if(phase !== undefined, (query) => query.where("r.phase", "=", phase ?? 0))
    .orderBy("r.phase", "desc")
    .limit(1)
    .executeTakeFirst();
}

/** Keeps the phase from being closed, and others from changing the review, until the transaction ends. */
export async function lockReview(tx: Tx, key: ReviewKey): Promise<ReviewRow> {
  await tx
    .selectFrom("call_phases")
    .select("number")
    .where("call_id", "=", key.call_id)
    .where("number", "=", key.phase)
    .forShare()
    .execute();
  await tx
    .selectFrom("reviews")
    .select("version")
    .where((where) => where.and(key))
    .forUpdate()
    .execute();
  const row = await findReview(tx, key.submission_id, key.juror_id, key.phase);
  if (!row) throw new Error("A review that was locked is there");
  return row;
}

/** The reviews of one submission, phase by phase, in order of the jurors' names. */
export function reviewsOf(db: Db, submissionId: string) {
  return reviews(db)
    .where("r.submission_id", "=", submissionId)
    .orderBy("r.phase")
    .orderBy(sql`j.name collate norwegian`)
    .orderBy("r.juror_id")
    .execute();
}

/** The reviews of one phase that are of submissions still there. */
export function reviewsIn(db: Db, callId: string, phase: number) {
  return reviews(db)
    .where("r.call_id", "=", callId)
    .where("r.phase", "=", phase)
    .where("s.state", "=", "submitted")
    .orderBy(sql`s.delivered_title collate norwegian`)
    .orderBy("r.submission_id")
    .orderBy(sql`j.name collate norwegian`)
    .orderBy("r.juror_id")
    .execute();
}

/** What was changed in a submission's reviews, in order of time. */
export function changesOf(db: Db, submissionId: string) {
  return db
    .selectFrom("review_changes")
    .select([
      "phase",
      "juror_id",
      "changed_at",
      "is_delivered",
      sql<Conflict | null>`conflict`.as("conflict"),
      sql<Record<string, number>>`scores`.as("scores"),
    ])
    .where("submission_id", "=", submissionId)
    .orderBy("version")
    .execute();
}

/** What a juror has to judge in phases that are open or have been, open ones first; one more than asked for, if there is one. */
export function assignedTo(
  db: Db,
  given: { jurorId: string; call?: string | undefined; limit: number; after: [string, string] | undefined },
) {
  const { jurorId, call, limit, after } = given;
  return reviews(db)
    .innerJoin("calls as c", "c.id", "r.call_id")
    .innerJoin("organizations as o", "o.id", "c.organization_id")
    .select(["c.slug", sql<Texts>`c.titles`.as("titles"), "c.is_blind", "o.name as runner_name"])
    .select([
      sql<number>`(select count(*)::integer from call_criteria k where k.call_id = r.call_id and k.phase = r.phase)`.as("criteria"),
      sql<string>`(f.closed_at is not null)::integer || ' ' || r.call_id || ' ' || r.phase || ' ' || s.delivered_title`.as("place"),
    ])
    .where("r.juror_id", "=", jurorId)
    .where("s.state", "=", "submitted")
    .$if(call !== undefined, (query) => query.where(isId(call ?? "") ? "c.id" : "c.slug", "=", call ?? ""))
    .$if(after !== undefined, (query) =>
      query.where(
        sql<SqlBool>`((f.closed_at is not null)::integer || ' ' || r.call_id || ' ' || r.phase || ' ' || s.delivered_title, s.id) > (${after?.[0]}, ${after?.[1]}::uuid)`,
      ),
    )
    .orderBy("place")
    .orderBy("s.id")
    .limit(limit + 1)
    .execute();
}

/** The jury with how far each has come in a phase. */
export function jurorsOf(db: Db, callId: string, phase: number) {
  const counted = (which: string) =>
    sql<number>`(select count(*)::integer from reviews r join submissions s on s.id = r.submission_id where r.call_id = j.call_id and r.juror_id = j.person_id
      and r.phase = ${phase} and s.state = 'submitted' ${sql.raw(which)})`;
  return db
    .selectFrom("call_jurors as j")
    .innerJoin("people as p", "p.id", "j.person_id")
    .select(["j.person_id as id", "p.name", "p.email"])
    .select([
      counted("").as("assigned"),
      counted("and r.delivered_at is not null").as("delivered"),
      counted("and r.conflict = 'conflict'").as("recused"),
    ])
    .where("j.call_id", "=", callId)
    .orderBy(sql`p.name collate norwegian`)
    .orderBy("p.id")
    .execute();
}

export async function isJuror(db: Db, callId: string, personId: string): Promise<boolean> {
  const row = await db
    .selectFrom("call_jurors")
    .select("person_id")
    .where("call_id", "=", callId)
    .where("person_id", "=", personId)
    .executeTakeFirst();
  return row !== undefined;
}

/** How many jurors have scored a submission in the last phase they were asked to; those who are recused have not. */
export async function countScored(db: Db, submissionId: string): Promise<number> {
  const { count } = await db
    .selectFrom("reviews as r")
    .select(sql<number>`count(*)::integer`.as("count"))
    .where("r.submission_id", "=", submissionId)
    .where("r.conflict", "=", "none")
    .where("r.delivered_at", "is not", null)
    .where(sql<SqlBool>`r.phase = (select max(l.phase) from reviews l where l.submission_id = r.submission_id)`)
    .where(
      sql<SqlBool>`exists (select from review_scores g where g.call_id = r.call_id and g.phase = r.phase and g.submission_id = r.submission_id
        and g.juror_id = r.juror_id)`,
    )
    .executeTakeFirstOrThrow();
  return count;
}

/** The phase that is open, or else the last one that was opened. */
export async function currentPhase(db: Db, callId: string) {
  return db
    .selectFrom("call_phases")
    .select(["number", "opened_at", "closed_at"])
    .where("call_id", "=", callId)
    .where("opened_at", "is not", null)
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
}
