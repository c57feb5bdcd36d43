import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import type { Day } from "../../platform/time/day.ts";
import type { ChargeKind } from "./charge.ts";
import type { Supply } from "./plan.ts";

/** The charges of a house that are asked for. */
export interface AskedCharges {
  spaceId: string;
  from: Day;
  until: Day;
  kind?: ChargeKind | undefined;
  /** Part of the name of who owes. */
  q?: string | undefined;
}

/** Charges of a house for the days of a period, the latest first; one more than asked for, if there is one. */
export function chargesOf(
  db: Db,
  { limit, before, ...asked }: AskedCharges & { limit: number; before?: [day: Day, id: string] | undefined },
) {
  return charges(db)
    .where(areAsked(asked))
    .$if(before !== undefined, (query) => query.where(sql<boolean>`(c.day, c.id) < (${before?.[0]}::date, ${before?.[1]}::uuid)`))
    .orderBy("c.day", "desc")
    .orderBy("c.id", "desc")
    .limit(limit + 1)
    .execute();
}

function areAsked({ spaceId, from, until, kind, q }: AskedCharges) {
  return sql<boolean>`(c.space_id = ${spaceId}::uuid and c.day >= ${from}::date and c.day < ${until}::date
    and (${kind ?? null}::text is null or c.kind = ${kind ?? null}::text)
    and (${q ?? null}::text is null or position(lower(${q ?? ""}::text) in lower(coalesce(who.name, company.name))) > 0))`;
}

export function findCharge(db: Db, id: string) {
  return charges(db).where("c.id", "=", id).executeTakeFirst();
}

export type ChargeRow = NonNullable<Awaited<ReturnType<typeof findCharge>>>;

/** What they come to, reversals taken from it. */
export async function sumOfCharges(db: Db, asked: AskedCharges): Promise<number> {
  const { sum } = await db
    .selectFrom("charges as c")
    .leftJoin("people as who", "who.id", "c.person_id")
    .leftJoin("organizations as company", "company.id", "c.organization_id")
    .select(sql<number>`coalesce(sum(c.amount_ore), 0)`.as("sum"))
    .where(areAsked(asked))
    .executeTakeFirstOrThrow();
  return sum;
}

function charges(db: Db) {
  return db
    .selectFrom("charges as c")
    .innerJoin("spaces as h", "h.id", "c.space_id")
    .leftJoin("people as who", "who.id", "c.person_id")
    .leftJoin("organizations as company", "company.id", "c.organization_id")
    .leftJoin("subscriptions as s", (join) => join.onRef("s.space_id", "=", "c.space_id").onRef("s.id", "=", "c.subscription_id"))
    .leftJoin("plans as p", "p.id", "s.plan_id")
    .leftJoin("bookings as b", (join) => join.onRef("b.space_id", "=", "c.space_id").onRef("b.id", "=", "c.booking_id"))
    .leftJoin("resources as r", "r.id", "b.resource_id")
    .leftJoin("hires as l", (join) => join.onRef("l.space_id", "=", "c.space_id").onRef("l.id", "=", "c.hire_id"))
    .select([
      "c.id",
      "c.space_id",
      sql<ChargeKind>`c.kind`.as("kind"),
      "c.owed_to",
      "c.person_id",
      "c.organization_id",
      "c.amount_ore",
      sql<Supply>`c.supply`.as("supply"),
      "c.seller_is_vat_registered",
      "c.vat_percent",
      "c.subscription_id",
      "c.period_from",
      "c.booking_id",
      "c.order_id",
      "c.hire_id",
      "c.reverses_id",
      "c.day",
      "c.written_at",
      "c.reason",
      "who.name as person_name",
      sql<string | null>`coalesce(l.organization_name, l.contact_name)`.as("hirer_name"),
      "company.name as organization_name",
      "company.slug as organization_slug",
      "p.names as plan_names",
      "r.name as resource_name",
      "b.starts_at",
      "b.ends_at",
      "h.organization_id as host_id",
      "h.slug as space_slug",
      "h.time_zone",
      sql<boolean>`exists (select 1 from charges x where x.space_id = c.space_id and x.reverses_id = c.id)`.as("is_reversed"),
    ]);
}
