import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { Day } from "../../../platform/time/day.ts";
import type { WrittenHours } from "./hours.ts";

/** What a person costs on a day: the rate that began last, and of those the one written last. */
export function rateOn(db: Db, projectId: string, personId: string, day: Day) {
  return db
    .selectFrom("project_rates")
    .select(["yearly_salary_ore as yearlySalaryOre", "rate_ore as rateOre"])
    .where("project_id", "=", projectId)
    .where("person_id", "=", personId)
    .where("from_day", "<=", day)
    .orderBy("from_day", "desc")
    .orderBy("written_at", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
}

/** Who works on a project, each with the rate that counts on the day. */
export async function workersOf(db: Db, projectId: string, day: Day) {
  const { rows } = await sql<{ id: string; name: string; from: Day; yearlySalaryOre: number | null; rateOre: number | null }>`
    select * from (
      select distinct on (r.person_id) r.person_id as id, n.name, r.from_day as "from", r.yearly_salary_ore as "yearlySalaryOre", r.rate_ore as "rateOre"
      from project_rates r join people n on n.id = r.person_id where r.project_id = ${projectId}::uuid
      order by r.person_id, r.from_day <= ${day}::date desc, r.from_day desc, r.written_at desc, r.id desc
    ) w order by name collate norwegian, id`.execute(db);
  return rows;
}

/** Hours of a person on a line and a day, by rate and by who pays. */
export async function writtenHours(db: Db, lineId: string, personId: string, day: Day): Promise<WrittenHours[]> {
  const { rows } = await sql<WrittenHours>`
    select rate_ore as "rateOre", max(cap_ore) as "capOre", financing_line_id as "financingLineId",
      sum(minutes)::integer as minutes, sum(amount_ore)::bigint as "amountOre"
    from project_hours where line_id = ${lineId}::uuid and person_id = ${personId}::uuid and day = ${day}::date
    group by rate_ore, financing_line_id order by rate_ore, financing_line_id`.execute(db);
  return rows;
}

/** Minutes a person has written: on a day over all projects, and in its year for the funder of a line. */
export async function minutesOf(db: Db, personId: string, day: Day, fundingId: string | null): Promise<{ day: number; year: number }> {
  const { rows } = await sql<{ day: number; year: number }>`
    select coalesce(sum(h.minutes) filter (where h.day = ${day}::date), 0)::integer as day,
      coalesce(sum(h.minutes) filter (where l.funding_id = ${fundingId}::uuid), 0)::integer as year
    from project_hours h left join budget_lines l on l.id = h.financing_line_id
    where h.person_id = ${personId}::uuid and h.day >= date_trunc('year', ${day}::date) and h.day < date_trunc('year', ${day}::date) + interval '1 year'`.execute(
    db,
  );
  return rows[0] ?? { day: 0, year: 0 };
}

/** Days of a time with what was written, by person and line; only of one person when one is given. */
export async function daysOf(
  db: Db,
  projectId: string,
  { from, until, personId }: { from: Day; until: Day; personId?: string | undefined },
) {
  const { rows } = await sql<{
    personId: string;
    lineId: string;
    day: Day;
    minutes: number;
    amountOre: number;
    waiting: boolean;
    note: string | null;
    approvedBy: string | null;
  }>`
    select h.person_id as "personId", h.line_id as "lineId", h.day, sum(h.minutes)::integer as minutes, sum(h.amount_ore)::bigint as "amountOre",
      bool_or(h.approved_at is null) as waiting, (array_agg(h.note order by h.written_at desc) filter (where h.note is not null))[1] as note,
      (array_agg(n.name order by h.approved_at desc nulls last))[1] as "approvedBy"
    from project_hours h left join people n on n.id = h.approved_by
    where h.project_id = ${projectId}::uuid and h.day between ${from}::date and ${until}::date
      ${personId === undefined ? sql`` : sql`and h.person_id = ${personId}::uuid`}
    group by h.person_id, h.line_id, h.day
    having bool_or(h.approved_at is null) or sum(h.minutes) <> 0
    order by h.day, h.person_id, h.line_id`.execute(db);
  return rows;
}

/** Hours that wait to be approved, by person and week, the oldest first. */
export async function waitingHours(db: Db, projectId: string) {
  const { rows } = await sql<{ personId: string; name: string; week: Day; minutes: number; amountOre: number }>`
    select h.person_id as "personId", n.name, date_trunc('week', h.day)::date as week, sum(h.minutes)::integer as minutes, sum(h.amount_ore)::bigint as "amountOre"
    from project_hours h join people n on n.id = h.person_id
    where h.project_id = ${projectId}::uuid and h.approved_at is null
    group by h.person_id, n.name, date_trunc('week', h.day) order by week, n.name limit 200`.execute(db);
  return rows;
}

/** Expenses with their receipts, the last first. */
export function expensesOf(db: Db, projectId: string) {
  return db
    .selectFrom("project_expenses as e")
    .leftJoin("project_expenses as c", "c.corrects_id", "e.id")
    .select(["e.id", "e.day", "e.text", "e.supplier", "e.amount_ore as amountOre", "e.line_id as lineId", "e.reason"])
    .select(["e.financing_line_id as financingLineId", "e.corrects_id as correctsId", "c.id as correctedById"])
    .select(
      sql<{ id: string; name: string }[]>`coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name) order by f.added_at)
        from project_files f where f.expense_id = e.id), '[]')`.as("receipts"),
    )
    .where("e.project_id", "=", projectId);
}

export function filesOf(db: Db, projectId: string) {
  return db
    .selectFrom("project_files")
    .select([
      "id",
      "kind",
      "name",
      "format",
      "bytes",
      "file_key",
      "expense_id as expenseId",
      "funding_id as fundingId",
      "added_at as addedAt",
    ])
    .where("project_id", "=", projectId)
    .orderBy("added_at")
    .orderBy("id")
    .execute();
}
