import { sql } from "kysely";
import type { Actor } from "../../platform/access/actor.ts";
import type { Db, Tx } from "../../platform/database/database.ts";
import { isId } from "../../platform/database/id.ts";
import type { Texts } from "../../platform/database/schema.ts";
import type { Drawings } from "./draw-programs.ts";
import type { FrozenFigure } from "./frozen.ts";
import type { Metric } from "./metrics/metric.ts";
import type { Rows } from "./metrics/queries.ts";
import { type AmountPlace, amountColumns, type RowOrder } from "./metrics/row-order.ts";
import { isSeen } from "./metrics/rows.ts";
import type { ReportPart } from "./report.ts";
import type { FrozenStory } from "./stories/frozen-story.ts";

/** Reports with whose they are. Filter and order them further. */
export function reports(db: Db) {
  return db
    .selectFrom("reports as p")
    .innerJoin("organizations as o", "o.id", "p.organization_id")
    .select([
      "p.id",
      "p.slug",
      "p.organization_id",
      "p.area_key",
      "p.from_day",
      "p.to_day",
      "p.borders",
      "p.version",
      "p.published_at",
      "p.checksum",
      "p.corrects_id",
      "p.correction_reason",
    ])
    .select([sql<Texts>`p.titles`.as("titles"), sql<Texts>`p.leads`.as("leads"), sql<ReportPart[]>`p.parts`.as("parts")])
    .select([
      sql<FrozenFigure[] | null>`p.frozen`.as("frozen"),
      sql<Drawings | null>`p.frozen_drawings`.as("frozen_drawings"),
      sql<FrozenStory[] | null>`p.frozen_stories`.as("frozen_stories"),
      "o.slug as organization_slug",
      "o.name as organization_name",
    ]);
}

export type ReportRow = Awaited<ReturnType<ReturnType<typeof reports>["execute"]>>[number];

export function findReport(db: Db, idOrSlug: string) {
  return reports(db)
    .where(isId(idOrSlug) ? "p.id" : "p.slug", "=", idOrSlug)
    .executeTakeFirst();
}

/** Slugs like this one that are taken. */
export async function slugsLike(db: Db, slug: string): Promise<Set<string>> {
  const rows = await db.selectFrom("reports").select("slug").where("slug", "like", `${slug}%`).execute();
  return new Set(rows.map((row) => row.slug));
}

/** Keeps the rows of a figure with the report, in their order. Where a metric's rows name people, only organizations keep theirs. */
export async function keepRows(tx: Tx, reportId: string, metric: Metric, rows: Rows): Promise<void> {
  await sql`
    insert into report_rows (report_id, metric_id, number, label, path, organization_id, municipality_number, day, amount, of_amount, source, seen_by)
    select ${reportId}::uuid, ${metric.id}, row_number() over (order by r.day, r.key),
      ${metric.namesPeople ? sql`o.name` : sql`r.label`}, r.path, r.organization_id, r.municipality_number, r.day, r.amount, r.of_amount, r.source, r.seen_by
    from (${rows}) r left join organizations o on o.id = r.organization_id
    returning number`.execute(tx);
}

export interface KeptRow {
  number: number;
  label: string | null;
  path: string | null;
  municipalityNumber: string | null;
  day: string;
  amount: number | null;
  ofAmount: number | null;
  source: string;
}

/** After which row of a published figure a page begins; `amount` when they are read by amount. */
export type AfterKept = { number: number; amount?: AmountPlace | undefined };

/** The rows of a published figure the actor may see, in their order or by amount first; one more than asked for, if there is one. */
export async function keptRows(
  db: Db,
  actor: Actor,
  {
    reportId,
    metricId,
    limit,
    after,
    order,
  }: { reportId: string; metricId: string; limit: number; after: AfterKept | undefined; order: RowOrder },
): Promise<KeptRow[]> {
  const amount = order === "day" ? sql`` : sql`${amountColumns(order)}, `;
  const place = after?.amount ? sql`${after.amount[0]}::integer, ${after.amount[1]}::float8, ` : sql``;
  const { rows } = await sql<KeptRow>`
    select r.number, r.label, r.path, r.municipality_number as "municipalityNumber", r.day::text as day, r.amount, r.of_amount as "ofAmount", r.source
    from report_rows r where r.report_id = ${reportId}::uuid and r.metric_id = ${metricId} and ${isSeen(actor)}
      ${after ? sql`and (${amount}r.number) > (${place}${after.number}::integer)` : sql``}
    order by ${amount}r.number limit ${limit + 1}`.execute(db);
  return rows;
}

export async function countKept(db: Db, actor: Actor, reportId: string, metricId: string): Promise<{ n: number; hidden: number }> {
  const { rows } = await sql<{ n: number; hidden: number }>`
    select count(*)::integer as n, (count(*) filter (where not ${isSeen(actor)}))::integer as hidden
    from report_rows r where r.report_id = ${reportId}::uuid and r.metric_id = ${metricId}`.execute(db);
  return rows[0] ?? { n: 0, hidden: 0 };
}
