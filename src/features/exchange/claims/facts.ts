import type pg from "pg";
import { sendTogether } from "../../../platform/database/send-together.ts";
import { monthOf } from "../../../platform/time/day.ts";
import { isHoliday } from "../../../platform/time/holidays.ts";
import { type AgreementInForce, type Dimension, dimensions, termsSchema } from "../agreement.ts";
import { agreementsOfHome } from "../agreements-of-home.ts";
import type { PassState } from "../day-pass.ts";
import { quotaSubject } from "../quota-subject.ts";
import { seatsOpened } from "../seats-opened.ts";
import type { Command } from "./command.ts";

/** One host on one day. */
export interface DayFacts {
  organizationId: string;
  timeZone: string;
  askFirst: boolean;
  /** Changes with every change of the guest terms, so that a write can tell whether they are still as read. */
  termsVersion: number;
  /** The seats the terms open now, with those the host has set out besides. */
  opened: number;
  /** Those the host has set out, as read: a write can tell whether they are still so many. */
  seatsAdded: number;
  /** The seats that may be taken: never more than the terms open, also when more were taken before. */
  capacity: number;
  taken: number;
  waiting: number;
  rulesVersion: number | null;
  /** In force on the day; of several networks when the space takes part in several. */
  agreements: AgreementInForce[];
}

/** One way a person takes part on a day: by an own membership, or through a company that is a member. */
export interface Home {
  organizationId: string;
  name: string;
  companyId: string | null;
  plan: string | null;
  memberSince: string;
  hasOptedOut: boolean;
  agreementIds: string[];
}

export interface PassFacts {
  id: string;
  spaceId: string;
  day: string;
  personId: string;
  /** The organization that runs the space. */
  hostId: string;
  homeId: string;
  homeName: string;
  companyId: string | null;
  networkId: string;
  agreementId: string;
  state: PassState;
  waitsFor: "seat" | "host" | null;
  code: string;
  holderName: string;
  priceOre: number;
  /** The counters the pass was counted on, to be given back with it. */
  quotasTaken: { subjectId: string; quotaId: string }[];
}

/** All that deciding a batch needs to know, by keys that join ids and days with a space. */
export interface Facts {
  days: Map<string, DayFacts>;
  people: Map<string, { name: string; noShows: string[] }>;
  /** By person and day. */
  homes: Map<string, Home[]>;
  personDays: Map<string, { spaceId: string; passId: string }>;
  passes: Map<string, PassFacts>;
  /** Pass of a person on a host's list. */
  waits: Map<string, string>;
  quotaUses: Map<string, { allowed: number; used: number }>;
}

// A no-show older than this is in no agreement's window.
const longestMemoryDays = 730;

/** Reads the facts of a batch in one round trip. */
export async function readFacts(client: pg.ClientBase, batch: Command[]): Promise<Facts> {
  const spaceDays = distinct(batch, ({ spaceId, day }) => `${spaceId} ${day}`);
  const personDays = distinct(batch, ({ personId, day }) => `${personId} ${day}`);
  const spaceIds = spaceDays.map(({ spaceId }) => spaceId);
  const days = spaceDays.map(({ day }) => day);
  const personIds = personDays.map(({ personId }) => personId);
  const daysOfPeople = personDays.map(({ day }) => day);
  const earliest = [...days].sort()[0] ?? "2000-01-01";
  const fixedSubjects = [...new Set(batch.flatMap((command) => subjectsOf(command)))];
  const months = [...new Set(days.map(monthOf))];
  const claimed = batch.filter(({ kind }) => kind === "claim");
  const addressed = batch.filter(({ kind }) => kind !== "claim");
  const ask = (name: string, values: unknown[]) => client.query({ name, text: statements[name as keyof typeof statements], values });

  const sent = sendTogether(
    client,
    () =>
      [
        ask("claims_hosts", [spaceIds, days, days.map(isHoliday)]),
        ask("claims_agreements", [spaceIds, days]),
        ask("claims_people", [[...new Set(personIds)]]),
        ask("claims_homes", [personIds, daysOfPeople]),
        ask("claims_no_shows", [
          [...new Set(personIds)],
          Temporal.PlainDate.from(earliest).subtract({ days: longestMemoryDays }).toString(),
        ]),
        ask("claims_person_days", [personIds, daysOfPeople]),
        ask("claims_passes", [batch.map(({ spaceId }) => spaceId), batch.map(({ passId }) => passId)]),
        ask("claims_waits", [
          claimed.map(({ spaceId }) => spaceId),
          claimed.map(({ day }) => day),
          claimed.map(({ personId }) => personId),
        ]),
        ask("claims_quota_uses", [
          fixedSubjects,
          months,
          [...new Set(personIds)],
          addressed.map(({ spaceId }) => spaceId),
          addressed.map(({ passId }) => passId),
        ]),
      ] as const,
  );
  const [hosts, agreements, people, homes, noShows, taken, passes, waits, uses] = await Promise.all(sent);

  const inForce = Map.groupBy(agreements.rows, (row) => `${row.space_id} ${row.day}`);
  const facts: Facts = {
    days: new Map(
      hosts.rows.map((row) => [
        `${row.space_id} ${row.day}`,
        dayOf(row, (inForce.get(`${row.space_id} ${row.day}`) ?? []).map(agreementOf)),
      ]),
    ),
    people: new Map(people.rows.map((row) => [row.id, { name: row.name, noShows: [] }])),
    homes: new Map(homes.rows.map((row) => [`${row.person_id} ${row.day}`, row.homes])),
    personDays: new Map(taken.rows.map((row) => [`${row.person_id} ${row.day}`, { spaceId: row.space_id, passId: row.pass_id }])),
    passes: new Map(passes.rows.map((row) => [row.id, passOf(row)])),
    waits: new Map(waits.rows.map((row) => [`${row.space_id} ${row.day} ${row.person_id}`, row.id])),
    quotaUses: new Map(
      uses.rows.map((row) => [`${row.subject_id} ${row.month} ${row.quota_id}`, { allowed: row.allowed, used: row.used }]),
    ),
  };
  for (const row of noShows.rows) facts.people.get(row.person_id)?.noShows.push(row.day);
  // a pass one already has is answered as it stands, and so is a place on the list
  const known = [...facts.personDays.values(), ...waits.rows.map((row) => ({ spaceId: row.space_id, passId: row.id }))].filter(
    ({ passId }) => !facts.passes.has(passId),
  );
  if (known.length > 0) {
    const more = await ask("claims_passes", [known.map(({ spaceId }) => spaceId), known.map(({ passId }) => passId)]);
    for (const row of more.rows) facts.passes.set(row.id, passOf(row));
  }
  return facts;
}

function subjectsOf({ personId, spaceId }: Command): string[] {
  return dimensions.flatMap((dimension) => quotaSubject(dimension, { personId, companyId: null, spaceId }) ?? []);
}

function distinct(batch: Command[], keyOf: (command: Command) => string): Command[] {
  return [...new Map(batch.map((command) => [keyOf(command), command])).values()];
}

function agreementOf(row: {
  id: string;
  network_id: string;
  version: number;
  terms: unknown;
  quotas: { id: string; dimension: Dimension; daysPerMonth: number }[] | null;
}): AgreementInForce {
  return { id: row.id, networkId: row.network_id, version: row.version, terms: termsSchema.parse(row.terms), quotas: row.quotas ?? [] };
}

function dayOf(
  row: {
    organization_id: string;
    time_zone: string;
    ask_first: boolean;
    terms_version: number;
    opened: number | null;
    seats_added: number;
    capacity: number | null;
    taken: number;
    waiting: number;
    rules_version: number | null;
  },
  agreements: AgreementInForce[],
): DayFacts {
  const { organization_id, time_zone, ask_first, terms_version, seats_added, taken, waiting, rules_version } = row;
  // a day that has been closed to guests is closed, whatever was set out
  const opened = row.opened ? row.opened + seats_added : 0;
  return {
    organizationId: organization_id,
    timeZone: time_zone,
    askFirst: ask_first,
    termsVersion: terms_version,
    opened,
    seatsAdded: seats_added,
    capacity: Math.min(row.capacity ?? opened, opened),
    taken,
    waiting,
    rulesVersion: rules_version,
    agreements,
  };
}

function passOf(row: {
  id: string;
  space_id: string;
  day: string;
  person_id: string;
  host_id: string;
  home_id: string;
  home_name: string;
  company_id: string | null;
  network_id: string;
  agreement_id: string;
  state: PassState;
  waits_for: "seat" | "host" | null;
  code: string;
  holder_name: string;
  price_ore: number;
  quota_ids: string[];
  quota_subject_ids: string[];
}): PassFacts {
  return {
    id: row.id,
    spaceId: row.space_id,
    day: row.day,
    personId: row.person_id,
    hostId: row.host_id,
    homeId: row.home_id,
    homeName: row.home_name,
    companyId: row.company_id,
    networkId: row.network_id,
    agreementId: row.agreement_id,
    state: row.state,
    waitsFor: row.waits_for,
    code: row.code,
    holderName: row.holder_name,
    priceOre: row.price_ore,
    quotasTaken: row.quota_ids.map((quotaId, index) => ({ quotaId, subjectId: row.quota_subject_ids[index] ?? "" })),
  };
}

// a change of plan ends one membership and begins the next the same day: who stays has been a member all along
function unbrokenStay(member: "member_person_id" | "member_organization_id", day: string): string {
  return `(select stay from (
      select unnest(range_agg(one.during)) as stay from memberships one
      where one.organization_id = m.organization_id and one.${member} = m.${member} and (one.member_person_id is not null or one.confirmed_at is not null)
    ) stays where stay @> ${day})`;
}

// `offset 0` keeps a condition inside its index: by the pass's id, or by person and day
const statements = {
  claims_hosts: `
    select s.id as space_id, k.day, s.organization_id, s.time_zone, t.ask_first, t.version as terms_version,
      ${seatsOpened("s.id", "k.day", "k.is_holiday")} as opened, coalesce(g.seats_added, 0) as seats_added, g.capacity, coalesce(g.taken, 0) as taken,
      (select count(*) from day_passes w where w.space_id = s.id and w.day = k.day and w.state = 'waiting' and w.waits_for = 'seat') as waiting,
      (select max(r.version) from house_rules r where r.space_id = s.id) as rules_version
    from unnest($1::uuid[], $2::date[], $3::boolean[]) k(space_id, day, is_holiday)
    join spaces s on s.id = k.space_id
    join guest_terms t on t.space_id = s.id
    left join guest_days g on g.space_id = k.space_id and g.day = k.day`,
  claims_agreements: `
    select k.space_id, k.day, a.id, a.network_id, v.version, v.terms, q.quotas
    from unnest($1::uuid[], $2::date[]) k(space_id, day)
    join agreement_acceptances c on c.space_id = k.space_id and (c.withdrawn_on is null or c.withdrawn_on > k.day)
    join agreement_versions v on v.agreement_id = c.agreement_id and v.version = c.version
    join agreements a on a.id = v.agreement_id
    cross join lateral (
      select jsonb_agg(jsonb_build_object('id', id, 'dimension', dimension, 'daysPerMonth', days_per_month) order by dimension) as quotas
      from quotas where quotas.agreement_id = v.agreement_id and quotas.version = v.version
    ) q
    where v.published_at is not null and v.valid_from <= k.day
      and not exists (select from agreement_versions later where later.agreement_id = v.agreement_id and later.published_at is not null
        and later.valid_from > v.valid_from and later.valid_from <= k.day)
    order by a.id`,
  claims_people: "select id, name from people where id = any($1::uuid[]) and erased_at is null",
  claims_homes: `
    select k.person_id, k.day, h.homes
    from unnest($1::uuid[], $2::date[]) k(person_id, day)
    cross join lateral (
      select coalesce(jsonb_agg(jsonb_build_object('organizationId', m.organization_id, 'name', o.name, 'companyId', m.company_id, 'plan', m.plan,
        'memberSince', lower(m.stay), 'hasOptedOut', m.exchange_opt_out, 'agreementIds', m.agreement_ids) order by m.company_id nulls first, lower(m.stay)), '[]') as homes
      from (
        select m.organization_id, null::uuid as company_id, m.plan, ${unbrokenStay("member_person_id", "k.day")} as stay, m.exchange_opt_out,
          ${agreementsOfHome("m.organization_id", "k.day")} as agreement_ids
        from memberships m where m.member_person_id = k.person_id and m.during @> k.day
        union all
        select m.organization_id, m.member_organization_id, m.plan, ${unbrokenStay("member_organization_id", "k.day")}, m.exchange_opt_out,
          ${agreementsOfHome("m.organization_id", "k.day")}
        from positions p
        join memberships m on m.member_organization_id = p.organization_id and m.confirmed_at is not null and m.during @> k.day
        where p.person_id = k.person_id and p.during @> k.day
      ) m
      join organizations o on o.id = m.organization_id
    ) h`,
  claims_no_shows: "select person_id, day from day_passes where person_id = any($1::uuid[]) and day >= $2::date and state = 'no_show'",
  claims_person_days: `
    select p.person_id, p.day, p.space_id, p.pass_id
    from unnest($1::uuid[], $2::date[]) k(person_id, day)
    cross join lateral (select * from person_days where person_id = k.person_id and day = k.day offset 0) p`,
  claims_passes: `
    select p.id, p.space_id, p.day, p.person_id, s.organization_id as host_id, p.home_id, h.name as home_name, p.company_id, p.network_id, p.agreement_id, p.state, p.waits_for, p.code, p.holder_name, p.price_ore, p.quota_ids, p.quota_subject_ids
    from unnest($1::uuid[], $2::uuid[]) k(space_id, id)
    cross join lateral (select * from day_passes where id = k.id offset 0) p
    join spaces s on s.id = p.space_id
    join organizations h on h.id = p.home_id`,
  claims_waits: `
    select p.id, p.space_id, p.day, p.person_id
    from unnest($1::uuid[], $2::date[], $3::uuid[]) k(space_id, day, person_id)
    cross join lateral (select * from day_passes where person_id = k.person_id and day = k.day offset 0) p
    where p.space_id = k.space_id and p.state = 'waiting'`,
  claims_quota_uses: `
    select q.subject_id, q.month, q.quota_id, q.allowed, q.used
    from (
      select unnest($1::uuid[]) as subject_id
      union
      select organization_id from positions where person_id = any($3::uuid[])
      union
      select p.company_id from day_passes p join unnest($4::uuid[], $5::uuid[]) k(space_id, id) on p.space_id = k.space_id and p.id = k.id
    ) s
    cross join lateral (select * from quota_uses where subject_id = s.subject_id offset 0) q
    where q.month = any($2::date[])`,
};
