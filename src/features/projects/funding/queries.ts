import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { Texts } from "../../../platform/database/schema.ts";
import type { Day } from "../../../platform/time/day.ts";
import type { AwaitedReport, Rule, RuleKey } from "./funder-rules.ts";

/** Awards of a project, the first first. */
export function fundingsOf(db: Db, projectId: string) {
  return db
    .selectFrom("fundings as f")
    .leftJoin("organizations as o", "o.id", "f.funder_id")
    .leftJoin("submissions as s", "s.id", "f.submission_id")
    .leftJoin("calls as c", "c.id", "s.call_id")
    .select(["f.id", "f.project_id", "o.slug as funderSlug", sql<string>`coalesce(o.name, f.funder_name)`.as("funder"), "f.version"])
    .select(["f.decided_on as decidedOn", "f.reference", "f.amount_ore as amountOre", "f.conditions"])
    .select([
      "f.funder_id as funderId",
      "f.submission_id as submissionId",
      "c.slug as callSlug",
      sql<Texts | null>`c.titles`.as("callTitles"),
    ])
    .where("f.project_id", "=", projectId)
    .orderBy("f.decided_on")
    .orderBy("f.id")
    .execute();
}

export type FundingRow = Awaited<ReturnType<typeof fundingsOf>>[number];

/** The project an award is for. */
export async function projectOfFunding(db: Db, fundingId: string): Promise<string | undefined> {
  const row = await db.selectFrom("fundings").select("project_id").where("id", "=", fundingId).executeTakeFirst();
  return row?.project_id;
}

/** The rules of awards as they are now: of each key the row written last, when it has a value. */
export async function rulesOf(db: Db, fundingIds: readonly string[]): Promise<(Rule & { fundingId: string })[]> {
  if (fundingIds.length === 0) return [];
  const { rows } = await sql<Rule & { fundingId: string }>`
    select * from (
      select distinct on (funding_id, key) funding_id as "fundingId", key, value, source, source_on as "sourceOn"
      from funding_rules where funding_id = any(${fundingIds}::uuid[]) order by funding_id, key, written_at desc, id desc
    ) last where value is not null order by "fundingId", key`.execute(db);
  return rows;
}

/** Rules as numbers by key. */
export function valuesOf(rules: readonly Rule[]): Partial<Record<RuleKey, number>> {
  return Object.fromEntries(rules.map(({ key, value }) => [key, value]));
}

export async function tranchesOf(db: Db, fundingIds: readonly string[]) {
  if (fundingIds.length === 0) return [];
  return await db
    .selectFrom("tranches as t")
    .leftJoin(
      (inner) =>
        inner
          .selectFrom("tranche_receipts")
          .select(["tranche_id", sql<number>`sum(amount_ore)::bigint`.as("ore"), sql<Day>`max(received_on)`.as("on")])
          .groupBy("tranche_id")
          .as("r"),
      (join) => join.onRef("r.tranche_id", "=", "t.id"),
    )
    .select(["t.id", "t.funding_id as fundingId", "t.number", "t.amount_ore as amountOre", "t.expected_on as expectedOn", "t.condition"])
    .select([sql<AwaitedReport | null>`t.awaits`.as("awaits"), "t.released_on as releasedOn"])
    .select([sql<number>`coalesce(r.ore, 0)::bigint`.as("receivedOre"), "r.on as receivedOn"])
    .where("t.funding_id", "in", fundingIds)
    .orderBy("t.funding_id")
    .orderBy("t.number")
    .execute();
}

export async function receiptsOf(db: Db, fundingIds: readonly string[]) {
  if (fundingIds.length === 0) return [];
  return await db
    .selectFrom("tranche_receipts as r")
    .innerJoin("tranches as t", "t.id", "r.tranche_id")
    .select(["r.id", "r.tranche_id as trancheId", "t.funding_id as fundingId", "r.received_on as receivedOn", "r.amount_ore as amountOre"])
    .select(["r.corrects_id as correctsId", "r.reason"])
    .where("t.funding_id", "in", fundingIds)
    .orderBy("r.received_on")
    .orderBy("r.written_at")
    .orderBy("r.id")
    .execute();
}

export async function deadlinesOf(db: Db, fundingIds: readonly string[]) {
  if (fundingIds.length === 0) return [];
  return await db
    .selectFrom("funding_deadlines")
    .select(["id", "funding_id as fundingId", "kind", "due_on as dueOn", "done_on as doneOn"])
    .where("funding_id", "in", fundingIds)
    .orderBy("due_on")
    .orderBy("id")
    .execute();
}
