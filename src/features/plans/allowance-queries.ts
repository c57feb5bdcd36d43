import { sql } from "kysely";
import type { Db, Tx } from "../../platform/database/database.ts";
import type { Day } from "../../platform/time/day.ts";
import type { EntryKind } from "./ledger.ts";
import type { Unit } from "./plan.ts";

/** The last entry of an allowance. */
export interface LastEntry {
  space_id: string;
  subscription_id: string;
  unit: Unit;
  period_from: Day;
  period_until: Day;
  number: number;
  balance: number;
}

/** The allowances of one period of a subscription, as their last entries left them. */
export function allowancesOfPeriod(tx: Tx, row: { space_id: string; id: string }, periodFrom: Day): Promise<LastEntry[]> {
  return tx
    .selectFrom("entitlement_entries")
    .distinctOn(["unit"])
    .select(["space_id", "subscription_id", sql<Unit>`unit`.as("unit"), "period_from", "period_until", "number", "balance"])
    .where("space_id", "=", row.space_id)
    .where("subscription_id", "=", row.id)
    .where("period_from", "=", periodFrom)
    .orderBy("unit")
    .orderBy("number", "desc")
    .execute();
}

// so long after its period something may still be given back to an allowance
const daysLooked = 92;

/** Allowances with a rest nobody can use any more: the period is over, or the subscription does not reach it, or rests then. */
export async function allowancesToExpire(db: Db, at: Temporal.Instant, spaceId?: string): Promise<LastEntry[]> {
  const { rows } = await sql<LastEntry>`
    select l.space_id, l.subscription_id, l.unit, l.period_from, l.period_until, l.number, l.balance
    from (
      select distinct on (space_id, subscription_id, unit, period_from) space_id, subscription_id, unit, period_from, period_until, number, balance
      from entitlement_entries
      where period_until > ${at.toString()}::timestamptz::date - ${daysLooked}::integer and (${spaceId ?? null}::uuid is null or space_id = ${spaceId ?? null}::uuid)
      order by space_id, subscription_id, unit, period_from, number desc
    ) l
    join subscriptions s on s.space_id = l.space_id and s.id = l.subscription_id
    join spaces h on h.id = l.space_id
    where l.balance > 0 and (
      l.period_until <= (${at.toString()}::timestamptz at time zone h.time_zone)::date
      or not s.during @> l.period_from
      or exists (select 1 from subscription_pauses r where r.space_id = l.space_id and r.subscription_id = l.subscription_id and r.during @> l.period_from)
    )
    order by l.space_id, l.subscription_id, l.unit, l.period_from`.execute(db);
  return rows;
}

export type EntitlementRow = {
  space_id: string;
  space_slug: string;
  space_name: string;
  subscription_id: string;
  plan_names: Record<string, string>;
  company: string | null;
  unit: Unit;
  period_from: Day;
  period_until: Day;
  granted: number;
  held: number;
  used: number;
  expired: number;
  balance: number;
};

/**
 * What a person may draw on, on a day and after it, with what became of it until the moment `at`: at one house, or at all.
 * A period that has not been opened yet is not here.
 */
export async function entitlementsOf(
  db: Db,
  { personId, on, at, hostIds }: { personId: string; on: Day; at: Temporal.Instant; hostIds: string[] | "all" },
): Promise<EntitlementRow[]> {
  const { rows } = await sql<EntitlementRow>`
    select e.space_id, h.slug as space_slug, h.name as space_name, e.subscription_id, p.names as plan_names, company.name as company, e.unit,
      e.period_from, e.period_until,
      sum(e.amount) filter (where e.kind = 'granted')::integer as granted,
      coalesce(-sum(e.amount) filter (where e.kind in ('held', 'released')), 0)::integer as held,
      coalesce(-sum(e.amount) filter (where e.kind in ('used', 'reversed')), 0)::integer as used,
      coalesce(-sum(e.amount) filter (where e.kind = 'expired'), 0)::integer as expired,
      sum(e.amount)::integer as balance
    from entitlement_entries e
    join subscriptions s on s.space_id = e.space_id and s.id = e.subscription_id
    join plans p on p.id = s.plan_id
    join spaces h on h.id = e.space_id
    left join organizations company on company.id = s.organization_id
    where e.period_until > ${on}::date and e.written_at <= ${at.toString()}::timestamptz and s.during @> e.period_from
      and (s.person_id = ${personId}::uuid or exists (select 1 from subscription_people m where m.space_id = s.space_id
        and m.subscription_id = s.id and m.person_id = ${personId}::uuid and m.during && daterange(greatest(e.period_from, ${on}::date), e.period_until)))
      and (${hostIds === "all"} or h.organization_id = any(${hostIds === "all" ? [] : hostIds}::uuid[]))
    group by e.space_id, h.slug, h.name, e.subscription_id, p.names, company.name, e.unit, e.period_from, e.period_until
    order by e.period_from, h.name collate norwegian, e.subscription_id, e.unit`.execute(db);
  return rows;
}

/** What was written of an allowance, the last first. */
export function entriesOf(
  db: Db,
  { spaceId, subscriptionId, unit, periodFrom }: { spaceId: string; subscriptionId: string; unit: Unit; periodFrom: Day },
) {
  return entries(db)
    .where("e.space_id", "=", spaceId)
    .where("e.subscription_id", "=", subscriptionId)
    .where("e.unit", "=", unit)
    .where("e.period_from", "=", periodFrom)
    .orderBy("e.number", "desc")
    .execute();
}

/** What was used of a subscription, the last first; one more than asked for, if there is one. */
export function usesOf(
  db: Db,
  { spaceId, subscriptionId, limit, before }: { spaceId: string; subscriptionId: string; limit: number; before?: string[] | undefined },
) {
  return entries(db)
    .where("e.space_id", "=", spaceId)
    .where("e.subscription_id", "=", subscriptionId)
    .where("e.kind", "=", "used")
    .$if(before !== undefined, (query) =>
      query.where(sql<boolean>`(e.written_at, e.id) < (${before?.[0]}::timestamptz, ${before?.[1]}::uuid)`),
    )
    .orderBy("e.written_at", "desc")
    .orderBy("e.id", "desc")
    .limit(limit + 1)
    .execute();
}

export function findEntry(db: Db, id: string) {
  return entries(db).where("e.id", "=", id).executeTakeFirst();
}

export type EntryRow = NonNullable<Awaited<ReturnType<typeof findEntry>>>;

function entries(db: Db) {
  return db
    .selectFrom("entitlement_entries as e")
    .innerJoin("spaces as h", "h.id", "e.space_id")
    .leftJoin("people as p", "p.id", "e.person_id")
    .select([
      "e.id",
      "e.space_id",
      "e.subscription_id",
      sql<Unit>`e.unit`.as("unit"),
      "e.period_from",
      "e.period_until",
      "e.number",
      sql<EntryKind>`e.kind`.as("kind"),
      "e.amount",
      "e.balance",
      "e.booking_id",
      "e.person_id",
      "e.day",
      "e.reverses_id",
      "e.written_at",
      "e.reason",
      sql<boolean>`exists (select 1 from entitlement_entries x where x.space_id = e.space_id and x.reverses_id = e.id)`.as("is_reversed"),
      "p.name as person_name",
      "h.organization_id as host_id",
      "h.time_zone",
    ]);
}
