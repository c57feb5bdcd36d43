import { type RawBuilder, sql } from "kysely";
import type { Db } from "../../../../platform/database/database.ts";
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
  cells: () => Promise<RawBuilder<unknown>> | RawBuilder<unknown>,
): Promise<KeptCell[]> {
  const kept = await findKept(asked, metric, fingerprint);
  if (kept) return kept;
  const counted = await addUp(asked.db, await cells());
  if (!asked.db.isTransaction) await keepFigure(asked, metric, fingerprint, counted);
  return counted;
}

/** A figure as it was kept, when it was for the same fingerprint. */
export async function findKept(
  { db, organizationId, from, to }: Asked,
  metric: Kept,
  fingerprint: string,
): Promise<KeptCell[] | undefined> {
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
  return kept?.cells;
}

/** The cells of a figure (cells.ts), those that are alike added up. */
export async function addUp(db: Db, cells: RawBuilder<unknown>): Promise<KeptCell[]> {
  const { rows } = await sql<KeptCell>`
    select r.organization_id, r.municipality_number, r.recorded_on::text as recorded_on, r.latitude, r.longitude, r.day::text as day, r.source,
      sum(r.amount)::float8 as amount, sum(r.of_amount)::float8 as of_amount, sum(r.n)::integer as n, sum(r.missing)::integer as missing
    from (${cells}) r group by 1, 2, 3, 4, 5, 6, 7`.execute(db);
  return rows;
}

/** Keeps a figure for a fingerprint, in the place of what was kept of it over the same window or a shorter one from the same day on. */
export async function keepFigure(
  { db, organizationId, from, to }: Asked,
  metric: Kept,
  fingerprint: string,
  cells: readonly KeptCell[],
): Promise<void> {
  // a year so far is asked for over one day more each day
  await db
    .deleteFrom("kept_figures")
    .where("metric_id", "=", metric.id)
    .where("organization_id", "=", organizationId)
    .where("from_day", "=", from)
    .where("to_day", "<", to)
    .execute();
  const now = { version: metric.version, fingerprint, cells: JSON.stringify(cells) };
  await db
    .insertInto("kept_figures")
    .values({ metric_id: metric.id, organization_id: organizationId, from_day: from, to_day: to, ...now })
    .onConflict((conflict) => conflict.constraint("kept_figures_once").doUpdateSet(now))
    .execute();
}

/** What was kept, as the rows of a query. */
export function keptCells(cells: readonly KeptCell[]): RawBuilder<unknown> {
  return sql`jsonb_to_recordset(${JSON.stringify(cells)}::jsonb)
    as x(organization_id uuid, municipality_number text, recorded_on date, latitude float8, longitude float8, day date, source text, amount float8,
      of_amount float8, n integer, missing integer)`;
}
