import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { Day } from "../../../platform/time/day.ts";
import type { PackContent } from "./read-pack.ts";

export function packs(db: Db) {
  return db
    .selectFrom("report_packs as k")
    .innerJoin("fundings as f", "f.id", "k.funding_id")
    .select(["f.funder_id", "f.funder_name", "f.submission_id", "f.amount_ore"])
    .select(["k.id", "k.funding_id", "f.project_id", "k.number", "k.from_day", "k.to_day", "k.narrative", "k.version", "k.sent_at"])
    .select(["k.accepted_on", "k.accepted_reference", sql<Record<string, string>>`k.explanations`.as("explanations")])
    .select(sql<PackContent | null>`k.frozen`.as("frozen"));
}

export type PackRow = Awaited<ReturnType<ReturnType<typeof packs>["execute"]>>[number];

export function findPack(db: Db, id: string): Promise<PackRow | undefined> {
  return packs(db).where("k.id", "=", id).executeTakeFirst();
}

/** Reports to the funders of a project, without what is in them. */
export function packsOf(db: Db, projectId: string) {
  return db
    .selectFrom("report_packs as k")
    .innerJoin("fundings as f", "f.id", "k.funding_id")
    .select([
      "k.id",
      "k.funding_id as fundingId",
      "k.number",
      "k.from_day as from",
      "k.to_day as to",
      "k.sent_at",
      "k.accepted_on as acceptedOn",
    ])
    .select(
      sql<Day | null>`case when k.sent_at is null then (select max((a.answered_at at time zone 'Europe/Oslo')::date)
        from report_pack_answers a where a.pack_id = k.id) end`.as("returnedOn"),
    )
    .where("f.project_id", "=", projectId)
    .orderBy("k.funding_id")
    .orderBy("k.number")
    .execute();
}

/** Approved hours of a period by person, and minutes that still wait. */
export async function hoursWithin(db: Db, projectId: string, from: Day, until: Day) {
  const { rows } = await sql<{ personId: string; minutes: number; amountOre: number; waiting: number }>`
    select person_id as "personId", coalesce(sum(minutes) filter (where approved_at is not null), 0)::integer as minutes,
      coalesce(sum(amount_ore) filter (where approved_at is not null), 0)::bigint as "amountOre",
      coalesce(sum(abs(minutes)) filter (where approved_at is null), 0)::integer as waiting
    from project_hours where project_id = ${projectId}::uuid and day between ${from}::date and ${until}::date
    group by person_id order by person_id`.execute(db);
  return rows;
}

/** The names people have now: of somebody erased nothing is told. */
export async function namesOf(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom("people").select(["id", "name"]).where("id", "in", ids).where("erased_at", "is", null).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
