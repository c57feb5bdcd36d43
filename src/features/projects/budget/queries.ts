import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { LineKind, Side } from "./balance.ts";

export interface BudgetLine {
  id: string;
  side: Side;
  kind: LineKind;
  isInKind: boolean;
  fundingId: string | null;
  text: string;
  /** Of a cost: the line that pays for it. */
  financedById: string | null;
  /** In the first version that was approved; null when it was not in it. */
  approvedOre: number | null;
  /** In the last version that was approved. */
  revisedOre: number | null;
  /** In the version being worked on; null when there is none or the line is not in it. */
  draftOre: number | null;
  /** Hours approved and expenses. */
  actualOre: number;
  /** What it is believed to come to; null when nobody has said. */
  forecastOre: number | null;
}

export function versionsOf(db: Db, projectId: string) {
  return db
    .selectFrom("budgets as b")
    .leftJoin("people as n", "n.id", "b.approved_by")
    .select(["b.number", "b.reason", "b.written_at as writtenAt", "b.approved_at as approvedAt", "n.name as approvedBy"])
    .where("b.project_id", "=", projectId)
    .orderBy("b.number")
    .execute();
}

/** Every line a project has ever had, with its amounts, in the order of the last version it is in. Entries up to a day, if one is given. */
export async function linesOf(db: Db, projectId: string, { from, until }: { from?: string; until?: string } = {}): Promise<BudgetLine[]> {
  const within = sql`e.day between ${from ?? "-infinity"}::date and ${until ?? "infinity"}::date`;
  const { rows } = await sql<BudgetLine>`
    with versions as (
      select number, approved_at is not null as is_approved,
        number = min(number) filter (where approved_at is not null) over () as is_first,
        number = max(number) filter (where approved_at is not null) over () as is_last
      from budgets where project_id = ${projectId}::uuid
    ), entries as (
      select line_id, financing_line_id, amount_ore from project_hours e
      where project_id = ${projectId}::uuid and approved_at is not null and ${within}
      union all
      select line_id, financing_line_id, amount_ore from project_expenses e where project_id = ${projectId}::uuid and ${within}
    ), booked as (
      select line_id, sum(amount_ore) as ore from entries group by line_id
      union all
      select financing_line_id, sum(amount_ore) from entries where financing_line_id is not null group by financing_line_id
    ), amounts as (
      select a.line_id,
        (array_agg(a.text order by a.number desc))[1] as text,
        (array_agg(a.place order by a.number desc))[1] as place,
        (array_agg(a.financed_by_id order by a.number desc))[1] as financed_by_id,
        max(a.number) as number,
        max(a.amount_ore) filter (where v.is_first) as approved,
        max(a.amount_ore) filter (where v.is_last) as revised,
        max(a.amount_ore) filter (where not v.is_approved) as draft
      from budget_amounts a join versions v on v.number = a.number where a.project_id = ${projectId}::uuid group by a.line_id
    )
    select l.id, l.side, l.kind, l.is_in_kind as "isInKind", l.funding_id as "fundingId", a.text, a.financed_by_id as "financedById",
      a.approved as "approvedOre", a.revised as "revisedOre", a.draft as "draftOre", coalesce(b.ore, 0)::bigint as "actualOre",
      (select f.amount_ore from budget_forecasts f where f.line_id = l.id order by f.written_at desc, f.id desc limit 1) as "forecastOre"
    from budget_lines l join amounts a on a.line_id = l.id left join booked b on b.line_id = l.id
    where l.project_id = ${projectId}::uuid
    order by l.side, a.number desc, a.place, l.id`.execute(db);
  return rows;
}
