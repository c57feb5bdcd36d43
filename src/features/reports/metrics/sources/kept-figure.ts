import { sql } from "kysely";
import type { Cells } from "../cells.ts";
import type { Asked, Metric } from "../metric.ts";

/** The rows of a figure added up where they are alike. */
export interface KeptCell {
  organization_id: string | null;
  municipality_number: string | null;
  recorded_on: string | null;
  latitude: number | null;
  longitude: number | null;
  day: string;
  source: string;
  amount: number | null;
  of_amount: number | null;
  n: number;
  missing: number;
}

type Kept = Pick<Metric, "id" | "version">;

/** A figure as it was kept for the same fingerprint, else added up from its cells now, and kept. */
export async function keptFigure(
  asked: Asked,
  metric: Kept,
  fingerprint: string,
  cells: () => Promise<Cells> | Cells,
): Promise<KeptCell[]> {
  const { db, organizationId, from, to } = asked;
  const kept = await db
    .selectFrom("kept_figures")
    .select(sql<KeptCell[]>`cells`.as("cells"))
    .where("metric_id", "=", metric.id)
    .where("organization_id", "=", organizationId)
    .where("from_day", "=", from)
    .where("to_day", "=", to)
    .where("version", "=", metric.version)
    .where("fingerprint", "=", fingerprint)
    .executeTakeFirst();
  if (kept) return kept.cells;
  const { rows: counted } = await sql<KeptCell>`
    select r.organization_id, r.municipality_number, r.recorded_on::text as recorded_on, r.latitude, r.longitude, r.day::text as day, r.source,
      sum(r.amount)::float8 as amount, sum(r.of_amount)::float8 as of_amount, sum(r.n)::integer as n, sum(r.missing)::integer as missing
    from (${await cells()}) r group by 1, 2, 3, 4, 5, 6, 7`.execute(db);
  if (!db.isTransaction) {
    const now = { version: metric.version, fingerprint, cells: JSON.stringify(counted) };
    await db
      .insertInto("kept_figures")
      .values({ metric_id: metric.id, organization_id: organizationId, from_day: from, to_day: to, ...now })
      .onConflict((conflict) => conflict.constraint("kept_figures_once").doUpdateSet(now))
      .execute();
  }
  return counted;
}
