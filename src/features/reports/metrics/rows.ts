import { type RawBuilder, sql } from "kysely";
import type { Actor } from "../../../platform/access/actor.ts";
import type { Day } from "../../../platform/time/day.ts";

/**
 * A row behind a figure. The query of a metric gives these columns by name, snake_case:
 * `key` (orders rows of one day, unique), `label`, `path` of its page without a language, `organization_id` it is about,
 * the place as it was recorded, `day` it counts on, `amount` (null: missing), `of_amount` (of a ratio), `source`, and `seen_by`:
 * the organizations whose managers and coordinators may see the row; null for a row anybody may see.
 */
export interface MetricRow {
  key: string;
  label: string;
  path: string | null;
  organization_id: string | null;
  municipality_number: string | null;
  recorded_on: Day | null;
  latitude: number | null;
  longitude: number | null;
  day: Day;
  amount: number | null;
  of_amount: number | null;
  source: string;
}

/** Where the rows of a metric come from. */
export const sources = ["record", "check_in", "register", "self", "adviser"] as const;
export type Source = (typeof sources)[number];

/** The place of the organization of alias `o`, for the columns of a row. */
export const placeOfOrganization = sql`o.municipality_number, o.municipality_recorded_on as recorded_on, o.latitude, o.longitude`;

/** Whether the actor may see a row of alias `r`. */
export function isSeen(actor: Actor): RawBuilder<boolean> {
  if (actor.kind !== "person") return sql<boolean>`(r.seen_by is null)`;
  if (actor.isOperator) return sql<boolean>`true`;
  const own = actor.positions
    .filter(({ role }) => ["owner", "manager", "coordinator"].includes(role))
    .map(({ organizationId }) => organizationId);
  return sql<boolean>`(r.seen_by is null or r.seen_by && ${own}::uuid[])`;
}

export interface ListedRow {
  key: string;
  organizationId: string | null;
  personId?: string | null;
  day: Day;
  /** null: missing. */
  amount: number | null;
  of?: number;
  /** Where it is known from; what is kept here when left out. */
  source?: Source;
}

/** Rows that were worked out in the program, as a query. */
export function listed(rows: readonly ListedRow[]) {
  const given = JSON.stringify(
    rows.map(({ organizationId, personId, of, source = "record", ...row }) => ({
      ...{ ...row, source },
      organization_id: organizationId,
      person_id: personId,
      of_amount: of,
    })),
  );
  return sql`jsonb_to_recordset(${given}::jsonb)
    as x(key text, organization_id uuid, person_id uuid, day date, amount float8, of_amount float8, source text)`;
}
