import { type RawBuilder, sql } from "kysely";
import { placeOf, rowsInside } from "../areas/area.ts";
import { type Asked, type AskedOfArea, described, type Metric, type Unit } from "../metric.ts";
import { exchangePopulation, exchangeTexts } from "./exchange-texts.ts";

const about = described("exchange", exchangeTexts, exchangePopulation);

/**
 * Guest days by the ledger: what was given and received, between how many, and how far people came. Whole months are added up from the
 * counts that are kept of them, each standing for as many transactions.
 */
export const exchangeMetrics: Metric[] = [
  {
    ...days("exchange-days", true, (asked) => sql`t.network_id = ${asked.organizationId}::uuid`),
    rowsInArea: (asked) => rowsInside(asked.area, dayRows(asked, sql`true`)),
  },
  days("exchange-given", false, (asked) => sql`t.host_id = ${asked.organizationId}::uuid`),
  days("exchange-received", false, (asked) => sql`t.home_id = ${asked.organizationId}::uuid`),
  metric("exchange-pairs", "pairs", "sum", false, {
    rows: (asked) => pairs(asked, ledger(asked)),
    rowsInArea: (asked) => pairs(asked, housesIn(asked)),
    counts: async (asked) => sql`select p.*, 1 as n, 0 as missing, false as is_open from (${pairs(asked, countedLedger(asked))}) p`,
  }),
  metric("exchange-distance", "kilometres", "ratio", false, {
    rows: distances,
    rowsInArea: distances,
    counts: async (asked) => sql`
      select h.id as organization_id, ${placeOfHouse}, t.day, t.days * ${kilometres} as amount, case when f.globe_point is not null then t.days end::float8 as of_amount,
        'check_in' as source, false as is_open, t.n, case when f.globe_point is null then t.n else 0 end as missing
      from ${countedLedger(asked)} t ${ways} where ${isOfOne(asked)}`,
  }),
];

const kilometres = sql`2 * 6371.0 * asin(least(1, (f.globe_point <-> s.globe_point) / 2))`;
const ways = sql`
  join spaces s on s.id = t.space_id join organizations h on h.id = t.home_id
  left join lateral (select p.globe_point from spaces p where p.organization_id = t.home_id order by lower(p.during), p.id limit 1) f on true`;

type Sources = Pick<Metric, "rows" | "rowsInArea" | "counts">;

function metric(id: keyof typeof exchangeTexts.nb, unit: Unit, kind: Metric["kind"], isPublic: boolean, sources: Sources): Metric {
  return { ...about(id), unit, kind, countsPeople: false, namesPeople: false, isPublic, ...sources };
}

function days(
  id: "exchange-days" | "exchange-given" | "exchange-received",
  isPublic: boolean,
  isMeant: (asked: Asked) => RawBuilder<unknown>,
) {
  return metric(id, "days", "sum", isPublic, {
    rows: (asked) => dayRows(asked, isMeant(asked)),
    counts: async (asked) => sql`
      select t.host_id as organization_id, ${placeOfHouse}, t.day, t.days::float8 as amount, null::float8 as of_amount, 'check_in' as source,
        false as is_open, t.n, 0 as missing
      from ${countedLedger(asked)} t join spaces s on s.id = t.space_id where ${isMeant(asked)}`,
  });
}

function dayRows(asked: Asked | AskedOfArea, isMeant: RawBuilder<unknown>) {
  return sql`
    select t.id::text as key, h.name || ' – ' || s.name as label, '/spaces/' || s.slug as path, g.id as organization_id, ${placeOfHouse}, t.day,
      t.days::float8 as amount, null::float8 as of_amount, 'check_in' as source, array[t.host_id, t.home_id, t.network_id] as seen_by
    from ${ledger(asked)} t join spaces s on s.id = t.space_id
    join organizations h on h.id = t.home_id join organizations g on g.id = t.host_id where ${isMeant}`;
}

function distances(asked: Asked | AskedOfArea) {
  return sql`
    select t.id::text as key, h.name || ' – ' || s.name as label, '/spaces/' || s.slug as path, h.id as organization_id, ${placeOfHouse}, t.day,
      t.days * ${kilometres} as amount, t.days::float8 as of_amount, 'check_in' as source, array[t.host_id, t.home_id, t.network_id] as seen_by
    from ${"area" in asked ? housesIn(asked) : ledger(asked)} t ${ways} where ${isOfOne(asked)}`;
}

// two who exchange in several networks are a pair of each, but one pair in an area
function pairs(asked: Asked | AskedOfArea, transactions: RawBuilder<unknown>) {
  const inArea = "area" in asked;
  return sql`
    select a.id || ' ' || b.id as key, a.name || ' – ' || b.name as label, null as path, null::uuid as organization_id, ${nowhere}, min(t.day) as day,
      1.0 as amount, null::float8 as of_amount, 'check_in' as source, ${inArea ? sql`array[a.id, b.id] || array_agg(distinct t.network_id)` : sql`array[a.id, b.id, t.network_id]`} as seen_by
    from ${transactions} t
    join organizations a on a.id = least(t.host_id, t.home_id) join organizations b on b.id = greatest(t.host_id, t.home_id)
    where ${isOfOne(asked)} group by a.id, a.name, b.id, b.name${inArea ? sql`` : sql`, t.network_id`} having sum(t.days) > 0`;
}

/** The transactions of the window. */
function ledger({ from, to }: Pick<Asked, "from" | "to">) {
  return sql`(select * from ledger_transactions where day >= ${from}::date and day < ${to}::date)`;
}

/** The same, whole months as they are kept and the days around them one by one. */
function countedLedger({ from, to }: Asked) {
  const [first, last] = [monthFrom(from), `${to.slice(0, 7)}-01`];
  const single = (since: string, until: string) =>
    sql`select network_id, home_id, host_id, space_id, day, days, 1 as n from ledger_transactions where day >= ${since}::date and day < ${until}::date`;
  if (first >= last) return sql`(${single(from, to)})`;
  return sql`(
    select network_id, home_id, host_id, space_id, month as day, days, transactions as n from ledger_counts
    where month >= ${first}::date and month < ${last}::date
    union all ${single(from, first)} union all ${single(last, to)})`;
}

function monthFrom(day: string): string {
  const date = Temporal.PlainDate.from(day);
  return (date.day === 1 ? date : date.with({ day: 1 }).add({ months: 1 })).toString();
}

/** The transactions of days in houses in the area. */
function housesIn(asked: AskedOfArea) {
  return sql`(select l.* from ${ledger(asked)} l join spaces s on s.id = l.space_id where ${asked.area.isInside(placeOf("s"))})`;
}

function isOfOne(asked: Asked | AskedOfArea) {
  if ("area" in asked) return sql`true`;
  const { organizationId } = asked;
  return sql`(t.network_id = ${organizationId}::uuid or ${organizationId}::uuid in (t.host_id, t.home_id))`;
}

const placeOfHouse = sql`s.municipality_number, s.municipality_recorded_on as recorded_on, s.latitude, s.longitude`;
const nowhere = sql`null::text as municipality_number, null::date as recorded_on, null::float8 as latitude, null::float8 as longitude`;
