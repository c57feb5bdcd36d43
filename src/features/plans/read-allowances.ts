import type pg from "pg";
import type { Day } from "../../platform/time/day.ts";
import type { Allowance } from "./ledger.ts";
import { periodAt } from "./period.ts";
import { includedOf, type PlanPeriod, type Unit } from "./plan.ts";

/** Somebody who wants something of a house on a day. */
export interface Wanted {
  spaceId: string;
  personId: string;
  day: Day;
  unit: Unit;
}

/** An allowance somebody may draw on, and the company that pays for it, if one does. */
export interface Cover {
  allowance: Allowance;
  /** What its period includes in all. */
  included: number;
  organizationId: string | null;
}

/** One word for what is wanted. */
export function wantedKey({ spaceId, personId, day, unit }: Wanted): string {
  return `${spaceId} ${personId} ${day} ${unit}`;
}

/** The allowances each may draw on, those that run out first before others. */
export async function readCover(client: pg.ClientBase, wanted: readonly Wanted[]): Promise<Map<string, Cover[]>> {
  const { rows } = await client.query<CoverRow>({
    name: "plans_cover",
    text: coverSql,
    values: [
      wanted.map(({ spaceId }) => spaceId),
      wanted.map(({ personId }) => personId),
      wanted.map(({ day }) => day),
      wanted.map(({ unit }) => unit),
    ],
  });
  const found = new Map<string, Cover[]>();
  for (const row of rows) {
    const cover = coverOf(row);
    const key = wantedKey({ spaceId: row.space_id, personId: row.person_id, day: row.day, unit: row.unit });
    if (cover) found.set(key, [...(found.get(key) ?? []), cover].sort(runsOutFirst));
  }
  return found;
}

type CoverRow = {
  space_id: string;
  person_id: string;
  day: Day;
  unit: Unit;
  subscription_id: string;
  organization_id: string | null;
  starts_on: Day;
  period: PlanPeriod;
  valid_days: number | null;
  included_days: number;
  included_room_minutes: number;
  included_machine_minutes: number;
  number: number | null;
  balance: number | null;
};

function coverOf(row: CoverRow): Cover | undefined {
  const period = periodAt({ startsOn: row.starts_on, period: row.period, validDays: row.valid_days }, row.day);
  const included = includedOf(row, row.unit);
  if (!period || (row.number === null && included === 0)) return undefined;
  return {
    organizationId: row.organization_id,
    included,
    allowance: {
      spaceId: row.space_id,
      subscriptionId: row.subscription_id,
      unit: row.unit,
      periodFrom: period.from,
      periodUntil: period.until,
      included,
      number: row.number ?? 0,
      balance: row.balance ?? 0,
    },
  };
}

// the same order every time; of two that end together the person's own before a company's
function runsOutFirst(a: Cover, b: Cover): number {
  const order = (cover: Cover) =>
    `${cover.allowance.periodUntil} ${cover.organizationId === null ? 0 : 1} ${cover.allowance.subscriptionId}`;
  return order(a) < order(b) ? -1 : 1;
}

const coverSql = `
  select k.space_id, k.person_id, k.day::text as day, k.unit, s.id as subscription_id, s.organization_id, lower(s.during)::text as starts_on,
    p.period, p.valid_days, p.included_days, p.included_room_minutes, p.included_machine_minutes, e.number, e.balance
  from unnest($1::uuid[], $2::uuid[], $3::date[], $4::text[]) k(space_id, person_id, day, unit)
  join subscriptions s on s.space_id = k.space_id and s.during @> k.day
    and (s.person_id = k.person_id or exists (select 1 from subscription_people m
      where m.space_id = s.space_id and m.subscription_id = s.id and m.person_id = k.person_id and m.during @> k.day))
    and not exists (select 1 from subscription_pauses r where r.space_id = s.space_id and r.subscription_id = s.id and r.during @> k.day)
  join plans p on p.id = s.plan_id
  left join lateral (
    select e.number, e.balance from entitlement_entries e
    where e.space_id = s.space_id and e.subscription_id = s.id and e.unit = k.unit and e.period_from <= k.day and k.day < e.period_until
    order by e.number desc limit 1
  ) e on true`;
