import { type RawBuilder, sql } from "kysely";
import type { Actor } from "../../../platform/access/actor.ts";
import type { Db } from "../../../platform/database/database.ts";
import type { Cells } from "./cells.ts";
import type { Part, Sums } from "./figure.ts";
import { type AmountPlace, amountColumns, type RowOrder } from "./row-order.ts";
import { isSeen, type MetricRow } from "./rows.ts";

/** The query of a metric's rows. */
export type Rows = RawBuilder<unknown>;

/** A place as rows recorded it. */
export interface RecordedIn {
  number: string | null;
  recordedOn: string | null;
  latitude: number | null;
  longitude: number | null;
}

export interface Total extends Sums {
  sources: { source: string; n: number }[];
}

const sums = sql`coalesce(sum(r.amount), 0)::float8 as amount, coalesce(sum(r.of_amount), 0)::float8 as "ofAmount", sum(r.n)::integer as n,
  sum(r.missing)::integer as missing, coalesce(sum(r.n) filter (where not r.is_seen), 0)::integer as hidden`;

export async function totalOf(db: Db, cells: Cells): Promise<Total> {
  const { rows: parts } = await sql<Sums & { source: string }>`
    select r.source, ${sums} from (${cells}) r group by r.source order by n desc, r.source`.execute(db);
  const total = (of: keyof Sums) => parts.reduce((sum, part) => sum + part[of], 0);
  return {
    amount: total("amount"),
    ofAmount: total("ofAmount"),
    n: total("n"),
    missing: total("missing"),
    hidden: total("hidden"),
    sources: parts.map(({ source, n }) => ({ source, n })),
  };
}

const partsBy = {
  month: { key: sql`to_char(r.day, 'YYYY-MM')`, label: sql`to_char(r.day, 'YYYY-MM')`, join: sql`` },
  source: { key: sql`r.source`, label: sql`r.source`, join: sql`` },
  organization: {
    key: sql`coalesce(r.organization_id::text, 'none')`,
    label: sql`coalesce(b.name, '')`,
    join: sql`left join organizations b on b.id = r.organization_id`,
  },
};

/** The parts of a figure by what each row says itself, by key. */
export async function partsOf(db: Db, cells: Cells, by: keyof typeof partsBy): Promise<Part[]> {
  const { key, label, join } = partsBy[by];
  const found = await sql<Part>`
    select ${key} as key, ${label} as label, ${sums} from (${cells}) r ${join} group by 1, 2
    order by ${by === "organization" ? sql`sum(r.amount) desc nulls last, ${label} collate norwegian, 1` : sql`1`}`.execute(db);
  return found.rows;
}

/** The parts of a figure by where the rows were recorded. */
export async function placesOf(db: Db, cells: Cells): Promise<(Sums & RecordedIn)[]> {
  const found = await sql<Sums & RecordedIn>`
    select r.municipality_number as number, r.recorded_on::text as "recordedOn", r.latitude, r.longitude, ${sums}
    from (${cells}) r group by 1, 2, 3, 4`.execute(db);
  return found.rows;
}

/** Which rows of a figure are meant: all, those of one part, or those recorded in one of these places. */
export type Narrowing = { by: keyof typeof partsBy; key: string } | { places: RecordedIn[] } | undefined;

/** After which row a page begins; `amount` when rows are read by amount. */
export type After = { day: string; key: string; amount?: AmountPlace | undefined };

/** A page of the rows the actor may see, by day and key, or by amount first; one more than asked for, if there is one. */
export async function seenRows(
  db: Db,
  actor: Actor,
  rows: Rows,
  {
    narrowing,
    limit,
    after,
    order = "day",
  }: { narrowing: Narrowing; limit: number; after?: After | undefined; order?: RowOrder | undefined },
): Promise<(MetricRow & { organization: string | null })[]> {
  const amount = order === "day" ? sql`` : sql`${amountColumns(order)}, `;
  const found = await sql<MetricRow & { organization: string | null }>`
    select r.key, r.label, r.path, r.organization_id, o.name as organization, r.municipality_number, r.recorded_on::text as recorded_on, r.latitude, r.longitude,
      r.day::text as day, r.amount::float8 as amount, r.of_amount::float8 as of_amount, r.source
    from (${rows}) r left join organizations o on o.id = r.organization_id ${joinOf(narrowing)}
    where ${isSeen(actor)} and ${isMeant(narrowing)}
      ${after ? sql`and (${amount}r.day, r.key) > (${placeAmong(after)}${after.day}::date, ${after.key})` : sql``}
    order by ${amount}r.day, r.key limit ${limit + 1}`.execute(db);
  return found.rows;
}

function placeAmong({ amount }: After) {
  return amount ? sql`${amount[0]}::integer, ${amount[1]}::float8, ` : sql``;
}

/** How many rows are meant, and how many of them the actor may not see. */
export async function countRows(db: Db, actor: Actor, rows: Rows, narrowing: Narrowing): Promise<{ n: number; hidden: number }> {
  const found = await sql<{ n: number; hidden: number }>`
    select count(*)::integer as n, (count(*) filter (where not ${isSeen(actor)}))::integer as hidden from (${rows}) r ${joinOf(narrowing)} where ${isMeant(narrowing)}`.execute(
    db,
  );
  return found.rows[0] ?? { n: 0, hidden: 0 };
}

function joinOf(narrowing: Narrowing) {
  return narrowing && "by" in narrowing ? partsBy[narrowing.by].join : sql``;
}

function isMeant(narrowing: Narrowing): RawBuilder<boolean> {
  if (!narrowing) return sql<boolean>`true`;
  if ("by" in narrowing) return sql<boolean>`${partsBy[narrowing.by].key} = ${narrowing.key}`;
  return sql<boolean>`exists (
    select from jsonb_to_recordset(${JSON.stringify(narrowing.places)}::jsonb) as w(number text, "recordedOn" date, latitude float8, longitude float8)
    where w.number is not distinct from r.municipality_number and w."recordedOn" is not distinct from r.recorded_on
      and w.latitude is not distinct from r.latitude and w.longitude is not distinct from r.longitude)`;
}
