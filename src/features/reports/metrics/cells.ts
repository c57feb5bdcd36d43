import { type RawBuilder, sql } from "kysely";
import { type Actor, holdsRole } from "../../../platform/access/actor.ts";
import { isSeen } from "./rows.ts";

/**
 * What figures are added up from, of alias `r`: rows, or counts of rows that are alike. Beside the columns of a row (rows.ts), less those
 * of one row alone, stand `n` (how many rows), `missing` (of them without an amount; their `of_amount` is left out) and `is_seen`
 * (whether the reader may see them).
 */
export type Cells = RawBuilder<unknown>;

/** Every row a cell of its own. */
export function cellsOfRows(rows: RawBuilder<unknown>, reader: Actor): Cells {
  return sql`
    select r.organization_id, r.municipality_number, r.recorded_on, r.latitude, r.longitude, r.day, r.amount, r.source,
      case when r.amount is not null then r.of_amount end as of_amount, 1 as n, case when r.amount is null then 1 else 0 end as missing,
      ${isSeen(reader)} as is_seen
    from (${rows}) r`;
}

/** Counts that were kept: `is_open` says whether anybody may see their rows. */
export function cellsOfCounts(counts: RawBuilder<unknown>, sight: Sight): Cells {
  return sql`
    select r.organization_id, r.municipality_number, r.recorded_on, r.latitude, r.longitude, r.day, r.amount, r.source, r.of_amount, r.n, r.missing,
      ${sight === "all" ? sql`true` : sql`r.is_open`} as is_seen
    from (${counts}) r`;
}

/** Counts that were kept and say who may see their rows. */
export function cellsOfSeen(counts: RawBuilder<unknown>, reader: Actor): Cells {
  return sql`
    select r.organization_id, r.municipality_number, r.recorded_on, r.latitude, r.longitude, r.day, r.amount, r.source, r.of_amount, r.n, r.missing,
      ${isSeen(reader)} as is_seen
    from (${counts}) r`;
}

export type Sight = "all" | "open" | "some";

/**
 * Which rows of a figure of the organization a reader may see. Rows that are not open are those of the organization, alone or with
 * others: so whoever runs it sees all, and who runs nothing sees the open ones. Others see some, and have their rows counted.
 */
export function sightOf(reader: Actor, organizationId: string): Sight {
  if (reader.kind !== "person") return "open";
  const roles = ["owner", "manager", "coordinator"] as const;
  if (reader.isOperator || roles.some((role) => holdsRole(reader, role, organizationId))) return "all";
  return reader.positions.some(({ role }) => (roles as readonly string[]).includes(role)) ? "some" : "open";
}
