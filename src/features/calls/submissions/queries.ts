import { type SqlBool, sql } from "kysely";
import type { Db, Tx } from "../../../platform/database/database.ts";
import { isId } from "../../../platform/database/id.ts";
import type { CallKind, CallStatus } from "../call.ts";
import type { Facts } from "./eligibility.ts";
import type { Outcome } from "./outcome.ts";
import type { Answers, Question } from "./question-kinds.ts";

export const submissionStates = ["draft", "submitted", "withdrawn"] as const;
export type SubmissionState = (typeof submissionStates)[number];

export interface DecisionRow {
  outcome: Outcome;
  reason: string | null;
  decidedAt: string;
  toldAt: string | null;
}

export interface FileRow {
  id: string;
  question: string;
  name: string;
  bytes: number;
}

// the decision that stands is the latest
const latestDecision = sql<DecisionRow | null>`(select jsonb_build_object('outcome', d.outcome, 'reason', d.reason,
    'decidedAt', d.decided_at, 'toldAt', d.told_at) from call_decisions d where d.submission_id = s.id order by d.number desc limit 1)`;
// what an applicant knows is the latest that was told
const toldDecision = sql<DecisionRow | null>`(select jsonb_build_object('outcome', d.outcome, 'reason', d.reason,
    'decidedAt', d.decided_at, 'toldAt', d.told_at) from call_decisions d where d.submission_id = s.id and d.told_at is not null order by d.number desc limit 1)`;

/** Submissions with their call and who they are by. Filter and order it further. */
export function submissions(db: Db) {
  return db
    .selectFrom("submissions as s")
    .innerJoin("calls as c", "c.id", "s.call_id")
    .innerJoin("organizations as o", "o.id", "c.organization_id")
    .innerJoin("people as p", "p.id", "s.person_id")
    .leftJoin("organizations as a", "a.organization_number", "s.delivered_number")
    .select(["s.id", "s.call_id", "s.person_id", "s.title", "s.organization_number", "s.delivered_title", "s.delivered_number"])
    .select(["s.delivered_at", "s.is_late", "s.created_at", "s.changed_at", "s.withdrawn_at", "s.erased_at", "s.version"])
    .select([
      sql<SubmissionState>`s.state`.as("state"),
      sql<Answers>`s.answers`.as("answers"),
      sql<Answers>`s.delivered_answers`.as("delivered_answers"),
      sql<string[]>`s.unchecked_rules`.as("unchecked_rules"),
    ])
    .select(["c.slug", "c.titles", "c.organization_id", "c.opens_at", "c.closes_at", "c.grace_minutes", "c.time_zone", "c.is_blind"])
    .select([sql<CallKind>`c.kind`.as("kind"), sql<CallStatus>`c.status`.as("status"), sql<Question[]>`c.questions`.as("questions")])
    .select(["o.name as runner_name", "p.name as applicant_name", "p.email as applicant_email", "a.name as delivered_organization"])
    .select([latestDecision.as("decision"), toldDecision.as("told_decision")])
    .select([
      sql<boolean>`exists (select from reviews r where r.submission_id = s.id)`.as("is_being_judged"),
      sql<string[]>`array(select distinct r.juror_id from reviews r where r.submission_id = s.id)`.as("juror_ids"),
      sql<
        FileRow[]
      >`coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'question', f.question, 'name', f.name, 'bytes', f.bytes) order by f.added_at)
        from submission_files f where f.submission_id = s.id), '[]')`.as("files"),
    ]);
}

export type SubmissionRow = NonNullable<Awaited<ReturnType<typeof findSubmission>>>;

export function findSubmission(db: Db, id: string) {
  return submissions(db).where("s.id", "=", id).executeTakeFirst();
}

/** The same, with others who change it kept out until the transaction ends. */
export async function lockSubmission(tx: Tx, id: string): Promise<SubmissionRow> {
  await tx.selectFrom("submissions").select("id").where("id", "=", id).forUpdate().execute();
  return submissions(tx).where("s.id", "=", id).executeTakeFirstOrThrow();
}

/** What somebody has applied for, the latest first; one more than asked for, if there is one. */
export function submissionsBy(
  db: Db,
  given: { personId: string; call?: string | undefined; limit: number; after: [string, string] | undefined },
) {
  const { personId, call, limit, after } = given;
  return submissions(db)
    .where("s.person_id", "=", personId)
    .$if(call !== undefined, (query) => query.where(isId(call ?? "") ? "c.id" : "c.slug", "=", call ?? ""))
    .$if(after !== undefined, (query) =>
      query.where(sql<SqlBool>`(s.created_at, s.id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`),
    )
    .orderBy("s.created_at", "desc")
    .orderBy("s.id", "desc")
    .limit(limit + 1)
    .execute();
}

/** What was delivered to a call, in order of its titles; one more than asked for, if there is one. */
export function submissionsTo(db: Db, given: { callId: string; limit: number; after: [string, string] | undefined }) {
  const { callId, limit, after } = given;
  return submissions(db)
    .where("s.call_id", "=", callId)
    .where("s.delivered_at", "is not", null)
    .$if(after !== undefined, (query) =>
      query.where(sql<SqlBool>`(s.delivered_title collate norwegian, s.id) > (${after?.[0]}, ${after?.[1]}::uuid)`),
    )
    .orderBy(sql`s.delivered_title collate norwegian`)
    .orderBy("s.id")
    .limit(limit + 1)
    .execute();
}

/** How many there are in each state; late ones are among those that were delivered. */
export async function countSubmissions(db: Db, callId: string) {
  return db
    .selectFrom("submissions")
    .select([
      sql<number>`count(*) filter (where state = 'draft')`.as("drafts"),
      sql<number>`count(*) filter (where state = 'submitted')`.as("submitted"),
      sql<number>`count(*) filter (where state = 'submitted' and is_late)`.as("late"),
      sql<number>`count(*) filter (where state = 'withdrawn' and delivered_at is not null)`.as("withdrawn"),
    ])
    .where("call_id", "=", callId)
    .executeTakeFirstOrThrow();
}

/**
 * What is known of the organization of a number, for the rules of who may apply. Of one that is private, nobody who has no position there
 * is told what it is a member of.
 */
export async function factsOf(db: Db, number: string, personId: string, day: string): Promise<Facts | undefined> {
  const { rows } = await sql<Facts>`
    select coalesce(r.municipality_number, o.municipality_number) as "municipalityNumber", coalesce(r.founded_on, o.founded_on) as "foundedOn",
      coalesce(r.legal_form, o.legal_form) as "legalForm",
      case when o.visibility <> 'private' or exists (select from positions p where p.organization_id = o.id and p.person_id = ${personId}::uuid and p.during @> ${day}::date)
        then array(select m.organization_id from memberships m where m.member_organization_id = o.id and m.during @> ${day}::date and m.confirmed_at is not null) end as "memberOf"
    from organizations o left join register_entries r on r.organization_id = o.id where o.organization_number = ${number} limit 1`.execute(
    db,
  );
  return rows[0];
}
