import { type RawBuilder, sql } from "kysely";
import { type Asked, described, type Metric, type Unit } from "../metric.ts";
import { exchangePopulation, exchangeTexts } from "./exchange-texts.ts";

const about = described("exchange", exchangeTexts, exchangePopulation);

/** Guest days by the ledger: what was given and received, between how many, and how far people came. */
export const exchangeMetrics: Metric[] = [
  sum("exchange-days", "days", true, (asked) => days(sql`t.network_id = ${asked.organizationId}::uuid`, asked)),
  sum("exchange-given", "days", false, (asked) => days(sql`t.host_id = ${asked.organizationId}::uuid`, asked)),
  sum("exchange-received", "days", false, (asked) => days(sql`t.home_id = ${asked.organizationId}::uuid`, asked)),
  sum(
    "exchange-pairs",
    "pairs",
    false,
    (asked) => sql`
    select a.id || ' ' || b.id as key, a.name || ' – ' || b.name as label, null as path, null::uuid as organization_id, ${nowhere}, min(t.day) as day,
      1.0 as amount, null::float8 as of_amount, 'check_in' as source, array[a.id, b.id, t.network_id] as seen_by
    from ledger_transactions t
    join organizations a on a.id = least(t.host_id, t.home_id) join organizations b on b.id = greatest(t.host_id, t.home_id)
    where (t.network_id = ${asked.organizationId}::uuid or ${asked.organizationId}::uuid in (t.host_id, t.home_id)) and ${within(asked)}
    group by a.id, a.name, b.id, b.name, t.network_id having sum(t.days) > 0`,
  ),
  {
    ...about("exchange-distance"),
    unit: "kilometres",
    kind: "ratio",
    countsPeople: false,
    namesPeople: false,
    isPublic: false,
    rows: (asked) => sql`
    select t.id::text as key, h.name || ' – ' || s.name as label, '/spaces/' || s.slug as path, h.id as organization_id, ${placeOfHouse}, t.day,
      t.days * 2 * 6371.0 * asin(least(1, (f.globe_point <-> s.globe_point) / 2)) as amount, t.days::float8 as of_amount, 'check_in' as source,
      array[t.host_id, t.home_id, t.network_id] as seen_by
    from ledger_transactions t join spaces s on s.id = t.space_id join organizations h on h.id = t.home_id
    left join lateral (
      select p.globe_point from spaces p where p.organization_id = t.home_id order by lower(p.during), p.id limit 1) f on true
    where (t.network_id = ${asked.organizationId}::uuid or ${asked.organizationId}::uuid in (t.host_id, t.home_id)) and ${within(asked)}`,
  },
];

function sum(id: keyof typeof exchangeTexts.nb, unit: Unit, isPublic: boolean, rows: (asked: Asked) => RawBuilder<unknown>): Metric {
  return { ...about(id), unit, kind: "sum", countsPeople: false, namesPeople: false, isPublic, rows };
}

function days(isMeant: RawBuilder<unknown>, asked: Asked) {
  return sql`
    select t.id::text as key, h.name || ' – ' || s.name as label, '/spaces/' || s.slug as path, g.id as organization_id, ${placeOfHouse}, t.day,
      t.days::float8 as amount, null::float8 as of_amount, 'check_in' as source, array[t.host_id, t.home_id, t.network_id] as seen_by
    from ledger_transactions t join spaces s on s.id = t.space_id
    join organizations h on h.id = t.home_id join organizations g on g.id = t.host_id
    where ${isMeant} and ${within(asked)}`;
}

function within({ from, to }: Asked) {
  return sql`t.day >= ${from}::date and t.day < ${to}::date`;
}

const placeOfHouse = sql`s.municipality_number, s.municipality_recorded_on as recorded_on, s.latitude, s.longitude`;
const nowhere = sql`null::text as municipality_number, null::date as recorded_on, null::float8 as latitude, null::float8 as longitude`;
