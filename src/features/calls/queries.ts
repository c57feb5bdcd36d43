import { type SqlBool, sql } from "kysely";
import type { Db, Tx } from "../../platform/database/database.ts";
import { isId } from "../../platform/database/id.ts";
import type { Texts } from "../../platform/database/schema.ts";
import type { CallKind, CallStatus, Sponsor } from "./call.ts";
import type { Rule } from "./submissions/eligibility.ts";
import type { Question } from "./submissions/question-kinds.ts";

/** A criterion with its words. */
export interface CriterionRow {
  id: string;
  names: Texts;
  descriptions: Texts;
  weight: number;
  least: number;
  most: number;
}

export interface PhaseRow {
  number: number;
  names: Texts;
  opened_at: Temporal.Instant | null;
  closed_at: Temporal.Instant | null;
  /** Somebody has judged or decided something in it, or a later one has opened. */
  is_relied_on: boolean;
  criteria: CriterionRow[];
}

/** Calls with who runs them. Filter and order it further. */
function calls(db: Db) {
  return db
    .selectFrom("calls as c")
    .innerJoin("organizations as o", "o.id", "c.organization_id")
    .leftJoin("events as e", "e.id", "c.event_id")
    .select(["c.id", "c.slug", "c.organization_id", "c.titles", "c.descriptions", "c.opens_at", "c.closes_at", "c.grace_minutes"])
    .select(["c.time_zone", "c.is_blind", "c.texts", "c.event_id", "c.version", "c.ballot", "c.vote_opened_at", "c.vote_closed_at"])
    .select([sql<CallKind>`c.kind`.as("kind"), sql<CallStatus>`c.status`.as("status"), sql<Rule[]>`c.eligibility`.as("eligibility")])
    .select([sql<Question[]>`c.questions`.as("questions"), sql<Sponsor[]>`c.sponsors`.as("sponsors")])
    .select(["o.slug as organization_slug", "o.name as organization_name", "e.slug as event_slug"])
    .select(sql<Texts | null>`e.titles`.as("event_titles"));
}

export type CallRow = NonNullable<Awaited<ReturnType<typeof findCall>>>;

export function findCall(db: Db, idOrSlug: string) {
  return calls(db)
    .where(isId(idOrSlug) ? "c.id" : "c.slug", "=", idOrSlug)
    .executeTakeFirst();
}

/** The same, kept still for the transaction: others who change it wait, and those who only rely on it do not wait for each other. */
export async function lockCall(tx: Tx, id: string, how: "to change" | "to rely on"): Promise<CallRow> {
  const locked = tx.selectFrom("calls").select("id").where("id", "=", id);
  await (how === "to change" ? locked.forUpdate() : locked.forShare()).execute();
  return calls(tx).where("c.id", "=", id).executeTakeFirstOrThrow();
}

export interface CallSearch {
  at: Temporal.Instant;
  state: "open" | "coming" | "closed" | "all";
  kind?: CallKind | undefined;
  /** Id or slug of who runs it. */
  organization?: string | undefined;
  /** Drafts of these organizations are there too. */
  runs: readonly string[] | "all";
  limit: number;
  after: [closesAt: string, id: string] | undefined;
}

/** Published calls in order of deadline, those that are over with the latest first; one more than asked for, if there is one. */
export function findCalls(db: Db, { at, state, kind, organization, runs, limit, after }: CallSearch) {
  const direction = state === "closed" ? "desc" : "asc";
  const beyond = state === "closed" ? sql`<` : sql`>`;
  const isDraftToSee = runs === "all" ? sql<SqlBool>`true` : sql<SqlBool>`c.organization_id = any(${[...runs]}::uuid[])`;
  return calls(db)
    .where((where) => where.or([where("c.status", "=", "published"), isDraftToSee]))
    .$if(state === "open", (query) => query.where("c.opens_at", "<=", at).where("c.closes_at", ">=", at))
    .$if(state === "coming", (query) => query.where("c.opens_at", ">", at))
    .$if(state === "closed", (query) => query.where("c.closes_at", "<", at))
    .$if(kind !== undefined, (query) => query.where("c.kind", "=", kind ?? ""))
    .$if(organization !== undefined, (query) => query.where(isId(organization ?? "") ? "o.id" : "o.slug", "=", organization ?? ""))
    .$if(after !== undefined, (query) =>
      query.where(sql<SqlBool>`(c.closes_at, c.id) ${beyond} (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`),
    )
    .orderBy("c.closes_at", direction)
    .orderBy("c.id", direction)
    .limit(limit + 1)
    .execute();
}

/** Published calls whose audience votes at an event. */
export async function callsAt(db: Db, eventId: string): Promise<{ slug: string; title: Texts }[]> {
  const rows = await db
    .selectFrom("calls")
    .select(["slug", "titles"])
    .where("event_id", "=", eventId)
    .where("status", "=", "published")
    .orderBy("closes_at")
    .execute();
  return rows.map(({ slug, titles }) => ({ slug, title: titles }));
}

/** The phases of a call in order, with their criteria. */
export async function phasesOf(db: Db, callId: string): Promise<PhaseRow[]> {
  const [phases, criteria] = await Promise.all([
    db
      .selectFrom("call_phases")
      .select(["number", "names", "opened_at", "closed_at"])
      .select(
        sql<boolean>`exists (select from reviews r where r.call_id = call_phases.call_id and r.phase = call_phases.number
            and (r.declared_at is not null or r.comment is not null))
          or exists (select from call_decisions d where d.call_id = call_phases.call_id and d.decided_at >= call_phases.opened_at)
          or exists (select from call_phases n where n.call_id = call_phases.call_id and n.number > call_phases.number and n.opened_at is not null)`.as(
          "is_relied_on",
        ),
      )
      .where("call_id", "=", callId)
      .orderBy("number")
      .execute(),
    db
      .selectFrom("call_criteria")
      .select(["id", "phase", "names", "descriptions", "weight", "least", "most"])
      .where("call_id", "=", callId)
      .orderBy("place_in_order")
      .execute(),
  ]);
  return phases.map((phase) => ({
    ...phase,
    criteria: criteria.filter((one) => one.phase === phase.number).map(({ phase: _, ...criterion }) => criterion),
  }));
}

/** Whether somebody has delivered: from then on the form stands. */
export async function hasDelivered(db: Db, callId: string): Promise<boolean> {
  const row = await db
    .selectFrom("submissions")
    .select("id")
    .where("call_id", "=", callId)
    .where("delivered_at", "is not", null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** What was awarded and has been told, in order of titles, with the organization that applied when everybody may see it. */
export function awardedOf(db: Db, callId: string) {
  return db
    .selectFrom("call_decisions as d")
    .innerJoin("submissions as s", "s.id", "d.submission_id")
    .select(["s.id", sql<string>`s.delivered_title`.as("title")])
    .select(
      sql<string | null>`(select o.name from organizations o where o.organization_number = s.delivered_number and o.visibility = 'public'
        order by o.id limit 1)`.as("organization"),
    )
    .where("d.call_id", "=", callId)
    .where("d.outcome", "=", "awarded")
    .where("d.told_at", "is not", null)
    .where("s.erased_at", "is", null)
    .where(sql<SqlBool>`d.number = (select max(l.number) from call_decisions l where l.submission_id = d.submission_id)`)
    .orderBy("s.delivered_title")
    .orderBy("s.id")
    .execute();
}

/** Municipalities and counties by their number, each under the name it had last. */
export async function placeNames(db: Db, numbers: readonly string[]): Promise<[string, string][]> {
  if (numbers.length === 0) return [];
  const { rows } = await sql<{ number: string; name: string }>`
    select distinct on (number) number, name_no as name
    from (select number, name_no, valid_from from municipalities union all select number, name_no, valid_from from counties) places
    where number = any(${[...numbers]}::text[]) order by number, valid_from desc`.execute(db);
  return rows.map(({ number, name }) => [number, name]);
}

/** The organizations named in rules, by id. */
export async function organizationNames(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom("organizations").select(["id", "name"]).where("id", "in", ids).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
