import type pg from "pg";
import type { Day } from "../../platform/time/day.ts";
import type { Allowance } from "./ledger.ts";
import type { Unit } from "./plan.ts";

/**
 * What a booking holds of an allowance, for a day. It covers nothing any more when the subscription does not reach that far, rests
 * then, or is no longer for that person.
 */
export interface Hold {
  bookingId: string;
  personId: string | null;
  day: Day | null;
  allowance: Allowance;
  amount: number;
  isStanding: boolean;
}

/** A person and a day at a house. */
export interface PersonDay {
  spaceId: string;
  personId: string;
  day: Day;
}

/** One word for a person's day. */
export function personDayKey({ spaceId, personId, day }: PersonDay): string {
  return `${spaceId} ${personId} ${day}`;
}

/** What bookings hold, by their keys. */
export async function readHolds(client: pg.ClientBase, spaceIds: readonly string[], bookingIds: readonly string[]): Promise<Hold[]> {
  const { rows } = await client.query<HoldRow>({ name: "plans_holds", text: holdsSql, values: [spaceIds, bookingIds] });
  return rows.map(holdOf);
}

/** What all bookings of a person hold of days for one day, and the days (by key) that are used. */
export async function readDays(client: pg.ClientBase, days: readonly PersonDay[]): Promise<{ holds: Hold[]; used: Set<string> }> {
  const { rows } = await client.query<HoldRow>({
    name: "plans_days",
    text: daysSql,
    values: [days.map(({ spaceId }) => spaceId), days.map(({ personId }) => personId), days.map(({ day }) => day)],
  });
  const used = rows.filter((row) => row.used > 0);
  return {
    holds: rows.filter((row) => row.amount > 0).map(holdOf),
    used: new Set(used.map((row) => personDayKey({ spaceId: row.space_id, personId: row.person_id ?? "", day: row.day ?? "" }))),
  };
}

function holdOf(row: HoldRow): Hold {
  return {
    bookingId: row.booking_id,
    personId: row.person_id,
    day: row.day,
    amount: row.amount,
    isStanding: row.is_standing,
    allowance: {
      spaceId: row.space_id,
      subscriptionId: row.subscription_id,
      unit: row.unit,
      periodFrom: row.period_from,
      periodUntil: row.period_until,
      included: 0,
      number: row.number,
      balance: row.balance,
    },
  };
}

type HoldRow = {
  space_id: string;
  booking_id: string;
  person_id: string | null;
  day: Day | null;
  subscription_id: string;
  unit: Unit;
  period_from: Day;
  period_until: Day;
  amount: number;
  used: number;
  number: number;
  balance: number;
  is_standing: boolean;
};

// a hold that was let go by the clock may not say whose it was
const sums = `
  select e.space_id, e.booking_id, max(e.person_id::text)::uuid as person_id, e.day, e.subscription_id, e.unit, e.period_from, e.period_until,
    coalesce(-sum(e.amount) filter (where e.kind in ('held', 'released')), 0)::integer as amount,
    coalesce(-sum(e.amount) filter (where e.kind in ('used', 'reversed')), 0)::integer as used`;

const grouped = "group by e.space_id, e.booking_id, e.day, e.subscription_id, e.unit, e.period_from, e.period_until";

function withLast(holds: string): string {
  return `
  select h.*, l.number, l.balance,
    exists (select 1 from subscriptions s where s.space_id = h.space_id and s.id = h.subscription_id and s.during @> h.period_from
      and (s.person_id is not distinct from h.person_id or h.day is null or exists (select 1 from subscription_people m
        where m.space_id = s.space_id and m.subscription_id = s.id and m.person_id = h.person_id and m.during @> h.day)))
    and not exists (select 1 from subscription_pauses r
      where r.space_id = h.space_id and r.subscription_id = h.subscription_id and r.during @> h.period_from) as is_standing
  from (${holds}) h
  cross join lateral (
    select e.number, e.balance from entitlement_entries e
    where e.space_id = h.space_id and e.subscription_id = h.subscription_id and e.unit = h.unit and e.period_from = h.period_from
    order by e.number desc limit 1
  ) l`;
}

const holdsSql = withLast(`${sums}
    from (select distinct * from unnest($1::uuid[], $2::uuid[]) k(space_id, booking_id)) k
    join entitlement_entries e on e.space_id = k.space_id and e.booking_id = k.booking_id and e.kind in ('held', 'released')
    ${grouped} having sum(e.amount) < 0`);

const daysSql = withLast(`${sums}
    from (select distinct * from unnest($1::uuid[], $2::uuid[], $3::date[]) k(space_id, person_id, day)) k
    join entitlement_entries e on e.space_id = k.space_id and e.person_id = k.person_id and e.day = k.day and e.unit = 'day'
    ${grouped} having sum(e.amount) < 0`);
