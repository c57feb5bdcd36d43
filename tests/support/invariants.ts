import { sql } from "kysely";
import type { Db } from "../../src/platform/database/database.ts";

/**
 * What must hold over the whole database, whatever has been done: each rule is a sentence and the rows that break it.
 * @returns a line per broken row, at most five to a rule; empty when all is well
 */
export async function brokenInvariants(db: Db): Promise<string[]> {
  const broken: string[] = [];
  for (const [rule, query] of Object.entries(rules)) {
    const { rows } = await sql<{ what: string }>`select what from (${sql.raw(query)}) broken limit 5`.execute(db);
    broken.push(...rows.map(({ what }) => `${rule}: ${what}`));
  }
  return broken;
}

// a pass that takes a seat, a day of its person and, unless paid for, quotas; it keeps them when its day is over
const active = "(p.state in ('offered', 'held', 'checked_in', 'completed', 'no_show') or (p.state = 'waiting' and p.waits_for = 'host'))";
const came = "p.state in ('checked_in', 'completed')";
const ended = "p.state in ('completed', 'cancelled', 'no_show', 'refused')";
// a counter of a pass per row
const counters = "cross join lateral unnest(p.quota_ids, p.quota_subject_ids) c(quota_id, subject_id)";
const month = "date_trunc('month', p.day)::date";
const pass = "concat_ws(' ', p.state, p.waits_for, s.slug, p.day, p.id)";

const rules: Record<string, string> = {
  "as many seats are taken on a guest day as passes hold one": `
    select concat_ws(' ', s.slug, g.day, 'taken', g.taken, 'passes', n.passes) as what
    from guest_days g join spaces s on s.id = g.space_id
    cross join lateral (select count(*) as passes from day_passes p where p.space_id = g.space_id and p.day = g.day and ${active}) n
    where g.taken <> n.passes`,
  "no guest day has more seats taken than opened": `
    select concat_ws(' ', s.slug, g.day, 'taken', g.taken, 'of', g.capacity) as what
    from guest_days g join spaces s on s.id = g.space_id where g.taken > g.capacity`,
  "every active pass is its person's day": `
    select ${pass} as what from day_passes p join spaces s on s.id = p.space_id
    where ${active} and not exists (select from person_days d where d.person_id = p.person_id and d.day = p.day and d.space_id = p.space_id and d.pass_id = p.id)`,
  "every day of a person has its active pass": `
    select concat_ws(' ', d.person_id, d.day, d.pass_id) as what from person_days d
    where not exists (select from day_passes p where p.space_id = d.space_id and p.id = d.pass_id and p.person_id = d.person_id and p.day = d.day and ${active})`,
  "a person has one active pass a day at most": `
    select concat_ws(' ', p.person_id, p.day, count(*)) as what from day_passes p where ${active} group by p.person_id, p.day having count(*) > 1`,
  "nobody stands twice on one list": `
    select concat_ws(' ', p.person_id, p.space_id, p.day) as what from day_passes p
    where p.state = 'waiting' group by p.person_id, p.space_id, p.day having count(*) > 1`,
  // a seat given back after the deadline still counts; which it was is told by the moment of the ending
  "a quota is used as often as passes are counted on it": `
    with counted as (
      select c.subject_id, ${month} as month, c.quota_id,
        count(*) filter (where ${active}) as fewest,
        count(*) filter (where ${active} or (p.state = 'cancelled' and e.ended_at >
          (p.day - (v.terms ->> 'cancelDaysBefore')::integer + (v.terms ->> 'cancelTime')::time) at time zone s.time_zone)) as most
      from day_passes p ${counters}
      join spaces s on s.id = p.space_id
      join agreement_versions v on v.agreement_id = p.agreement_id and v.version = p.agreement_version
      left join day_pass_endings e on e.space_id = p.space_id and e.pass_id = p.id
      group by 1, 2, 3
    )
    select concat_ws(' ', 'subject', coalesce(q.subject_id, n.subject_id), coalesce(q.month, n.month), 'used', coalesce(q.used, 0), 'passes', coalesce(n.fewest, 0)) as what
    from quota_uses q full join counted n using (subject_id, month, quota_id)
    where coalesce(q.used, 0) not between coalesce(n.fewest, 0) and coalesce(n.most, 0)`,
  "no quota is used beyond what is allowed": `
    select concat_ws(' ', 'subject', q.subject_id, q.month, q.used, 'of', q.allowed) as what from quota_uses q where q.used > q.allowed`,
  "a counter allows what its quota says": `
    select concat_ws(' ', q.subject_id, q.month, q.allowed, t.days_per_month) as what
    from quota_uses q left join quotas t on t.id = q.quota_id where t.id is null or t.days_per_month <> q.allowed`,
  "a pass is counted on every quota of its version that concerns it": `
    select ${pass} as what from day_passes p join spaces s on s.id = p.space_id
    where ${active} and p.price_ore = 0 and cardinality(p.quota_ids) <> (
      select count(*) from quotas t where t.agreement_id = p.agreement_id and t.version = p.agreement_version
        and (t.dimension <> 'company' or p.company_id is not null))`,
  "a pass is counted on no quota of another version": `
    select ${pass} as what from day_passes p join spaces s on s.id = p.space_id ${counters}
    where not exists (select from quotas t where t.id = c.quota_id and t.agreement_id = p.agreement_id and t.version = p.agreement_version)`,
  "the counters of a pass are its person, company and space": `
    select ${pass} as what from day_passes p join spaces s on s.id = p.space_id ${counters} join quotas t on t.id = c.quota_id
    where (t.dimension = 'person' and c.subject_id <> p.person_id)
      or (t.dimension = 'company' and c.subject_id is distinct from p.company_id)
      or (t.dimension = 'host' and c.subject_id <> p.space_id)`,
  "a day that is paid for is counted on no quota": `
    select ${pass} as what from day_passes p join spaces s on s.id = p.space_id where p.price_ore > 0 and cardinality(p.quota_ids) > 0`,
  "a pass has an ending when, and only when, it has ended": `
    select concat_ws(' ', ${pass}, coalesce(e.kind, 'no ending')) as what
    from day_passes p join spaces s on s.id = p.space_id left join day_pass_endings e on e.space_id = p.space_id and e.pass_id = p.id
    where (e.pass_id is not null) <> (${ended})
      or p.state <> case when e.kind in ('completed', 'no_show', 'refused') then e.kind when e.kind is not null then 'cancelled' else p.state end`,
  "every ending belongs to a pass": `
    select concat_ws(' ', e.kind, e.pass_id) as what from day_pass_endings e
    where not exists (select from day_passes p where p.space_id = e.space_id and p.id = e.pass_id)`,
  "nobody has a pass at their own home": `
    select ${pass} as what from day_passes p join spaces s on s.id = p.space_id where p.home_id = s.organization_id`,
  // who was let in was a member then; a membership that ends afterwards takes no day back
  "whoever has an active pass is a member of its home on the day": `
    select ${pass} as what from day_passes p join spaces s on s.id = p.space_id
    where ${active} and not (${came}) and not exists (
      select from memberships m where m.organization_id = p.home_id and m.during @> p.day
        and case when p.company_id is null then m.member_person_id = p.person_id else m.member_organization_id = p.company_id end)`,
  "a pass stands on a version that its space accepted and that was in force": `
    select ${pass} as what from day_passes p join spaces s on s.id = p.space_id
    where not exists (
      select from agreement_acceptances a join agreement_versions v using (agreement_id, version) join agreements n on n.id = v.agreement_id
      where a.space_id = p.space_id and v.agreement_id = p.agreement_id and v.version = p.agreement_version and n.network_id = p.network_id
        and v.published_at is not null and v.valid_from <= p.day)`,
  "a guest who came is in the ledger once, and nobody else is": `
    with booked as materialized (
      select t.space_id, t.pass_id, sum(t.days) as days, sum(t.amount_ore) as amount, coalesce(bool_or(c.accepted), false) as corrected
      from ledger_transactions t left join ledger_corrections c on c.transaction_id = t.id and c.accepted group by 1, 2
    )
    select concat_ws(' ', ${pass}, 'days', n.days) as what from day_passes p join spaces s on s.id = p.space_id
    left join booked n on n.space_id = p.space_id and n.pass_id = p.id
    where coalesce(n.days, 0) <> case when ${came} and n.corrected is not true then 1 else 0 end
      or coalesce(n.amount, 0) <> case when ${came} and n.corrected is not true then p.price_ore else 0 end`,
  "the ledger tells of its pass": `
    select concat_ws(' ', t.id, t.day) as what from ledger_transactions t
    left join day_passes p on p.space_id = t.space_id and p.id = t.pass_id left join spaces s on s.id = t.space_id
    where p.id is null or p.day <> t.day or p.home_id <> t.home_id or p.network_id <> t.network_id or s.organization_id <> t.host_id
      or (t.over_quota and p.price_ore = 0 and cardinality(p.quota_ids) > 0)`,
  "a reversal books back exactly what it reverses, once": `
    select concat_ws(' ', r.id, r.reverses_id) as what from ledger_transactions r left join ledger_transactions t on t.id = r.reverses_id
    where r.reverses_id is not null and (t.id is null or t.days + r.days <> 0 or t.amount_ore + r.amount_ore <> 0
      or (t.host_id, t.home_id, t.pass_id, t.day) <> (r.host_id, r.home_id, r.pass_id, r.day))`,
  "the entries of an organization and its counterparts cancel out": `
    select concat_ws(' ', e.transaction_id, sum(e.days), sum(e.amount_ore)) as what
    from ledger_entries e group by e.transaction_id having sum(e.days) <> 0 or sum(e.amount_ore) <> 0 or count(*) <> 2`,
  "an accepted correction has its reversal": `
    select concat_ws(' ', c.id, c.reason) as what from ledger_corrections c
    where c.accepted and not exists (select from ledger_transactions r where r.reverses_id = c.transaction_id)`,
  "a settled position is the sum of its period": `
    with sides as (
      select t.period_id, t.host_id as organization_id, t.days as given, 0 as received, t.amount_ore from ledger_transactions t where t.period_id is not null
      union all select t.period_id, t.home_id, 0, t.days, -t.amount_ore from ledger_transactions t where t.period_id is not null
    ), sums as (
      select period_id as settlement_id, organization_id, sum(given) as given, sum(received) as received, sum(amount_ore) as amount from sides group by 1, 2
    )
    select concat_ws(' ', coalesce(b.settlement_id, n.settlement_id), coalesce(b.organization_id, n.organization_id), b.amount_ore, n.amount) as what
    from settlement_positions b full join sums n using (settlement_id, organization_id)
    where (coalesce(b.days_given, 0), coalesce(b.days_received, 0), coalesce(b.amount_ore, 0)) <> (coalesce(n.given, 0), coalesce(n.received, 0), coalesce(n.amount, 0))`,
  "transfers clear the positions they settle": `
    with moved as (
      select settlement_id, receiver_id as organization_id, amount_ore from settlement_transfers
      union all select settlement_id, payer_id, -amount_ore from settlement_transfers
    ), sums as (select settlement_id, organization_id, sum(amount_ore) as amount from moved group by 1, 2)
    select concat_ws(' ', coalesce(b.settlement_id, n.settlement_id), coalesce(b.organization_id, n.organization_id), b.amount_ore, n.amount) as what
    from settlement_positions b full join sums n using (settlement_id, organization_id)
    where exists (select from settlement_transfers t where t.settlement_id = coalesce(b.settlement_id, n.settlement_id))
      and coalesce(b.amount_ore, 0) <> coalesce(n.amount, 0)`,
  "a guest who came was scanned in": `
    select ${pass} as what from day_passes p join spaces s on s.id = p.space_id
    where ${came} and (p.checked_in_at is null
      or not exists (select from scans c where c.space_id = p.space_id and c.pass_id = p.id and c.kind = 'check_in' and c.counted))`,
  "who has not come has no check-in": `
    select ${pass} as what from day_passes p join spaces s on s.id = p.space_id where not (${came}) and p.checked_in_at is not null`,
  "an offered seat has a deadline": `
    select ${pass} as what from day_passes p join spaces s on s.id = p.space_id
    where p.state = 'offered' and not exists (select from offers o where o.space_id = p.space_id and o.pass_id = p.id)`,
  "whoever waits says what for": `
    select ${pass} as what from day_passes p join spaces s on s.id = p.space_id where (p.state = 'waiting') <> (p.waits_for is not null)`,
  "nobody waits for a seat that is free to them": `
    select ${pass} as what from day_passes p join spaces s on s.id = p.space_id join guest_days g on g.space_id = p.space_id and g.day = p.day
    where p.state = 'waiting' and p.waits_for = 'seat' and g.taken < g.capacity
      and not exists (select from person_days d where d.person_id = p.person_id and d.day = p.day)
      and not exists (select from quotas t where t.agreement_id = p.agreement_id and t.version = p.agreement_version
        and (t.days_per_month = 0 or exists (select from quota_uses u where u.quota_id = t.id and u.month = ${month} and u.used >= u.allowed
          and (u.subject_id in (p.person_id, p.company_id, p.space_id) or t.dimension = 'person_and_host' and u.subject_id in (
            select c.subject_id from day_passes o ${counters.replaceAll("p.", "o.")} where o.person_id = p.person_id and o.space_id = p.space_id and c.quota_id = t.id)))))`,
  "as many places of a quota are taken as registrations hold, and as many wait as say so": `
    select concat_ws(' ', q.event_id, q.name, 'taken', q.taken, 'of', q.size, 'held', n.held, 'waiting', q.waiting, 'rows', n.waiting) as what
    from event_quotas q cross join lateral (
      select coalesce(sum(r.quantity) filter (where r.state in ('held', 'confirmed') and r.ticket_type_id = any(t.ids)), 0) as held,
        count(*) filter (where r.state = 'waiting' and (r.ticket_type_id = any(t.ids) or r.other_type_ids && t.ids)) as waiting
      from registrations r
      cross join (select array(select ticket_type_id from ticket_type_quotas d where d.event_id = q.event_id and d.quota_id = q.id) as ids) t
      where r.event_id = q.event_id
    ) n
    where q.taken <> n.held or q.waiting <> n.waiting`,
  "a registration that takes places has a ticket for each": `
    select concat_ws(' ', r.id, r.state, r.quantity, 'tickets', n.tickets) as what from registrations r
    cross join lateral (select count(*) as tickets from tickets t where t.event_id = r.event_id and t.registration_id = r.id and not t.is_cancelled) n
    where n.tickets <> case when r.state in ('held', 'confirmed') then r.quantity else 0 end`,
  "the days of a month that are kept are those of the ledger": `
    select concat_ws(' ', space_id, home_id, month, k.days, l.days) as what
    from ledger_counts k full join (
      select network_id, home_id, host_id, space_id, date_trunc('month', day)::date as month, sum(days)::integer as days, count(*)::integer as transactions
      from ledger_transactions group by 1, 2, 3, 4, 5) l using (network_id, home_id, host_id, space_id, month)
    where k.days is distinct from l.days or k.transactions is distinct from l.transactions`,
  "a duty done is a duty of the house": `
    select concat_ws(' ', d.pass_id, d.duty_id) as what from duties_done d
    where not exists (select from host_duties h where h.space_id = d.space_id and h.id = d.duty_id)`,
  "a candidate stands where its last move left it": `
    select concat_ws(' ', c.id, c.stage, m.to_stage) as what from candidates c
    cross join lateral (select to_stage from stage_changes m where m.candidate_id = c.id and m.undone_at is null order by m.id desc limit 1) m
    where m.to_stage <> c.stage`,
  "no two bookings take the same place at one time": `
    select concat_ws(' ', s.slug, r.name, a.place, a.during, b.during) as what
    from booked_resources a
    join booked_resources b on b.space_id = a.space_id and b.resource_id = a.resource_id and b.place = a.place and b.booking_id > a.booking_id
      and lower(a.during) < upper(b.during) and lower(b.during) < upper(a.during)
    join spaces s on s.id = a.space_id join resources r on r.id = a.resource_id`,
  // buffers may have been others when it was made; its own time it always takes
  "a booking takes its time of a place, and of every part there is of it": `
    with recursive parts (whole_id, id) as (
      select r.id, p.id from resources r join resources p on p.part_of = r.id
      union all select parts.whole_id, p.id from parts join resources p on p.part_of = parts.id
    ), wanted as (
      select b.space_id, b.id, b.resource_id, case b.kind when 'maintenance' then r.places else 1 end as places from bookings b join resources r on r.id = b.resource_id
      union all select b.space_id, b.id, p.id, p.places from bookings b join parts on parts.whole_id = b.resource_id join resources p on p.id = parts.id
    )
    select concat_ws(' ', s.slug, r.name, b.title, b.starts_at, 'takes', n.places, 'of', w.places) as what
    from wanted w join bookings b on b.space_id = w.space_id and b.id = w.id and b.state <> 'cancelled' and b.kind <> 'outside'
    join spaces s on s.id = w.space_id join resources r on r.id = w.resource_id
    cross join lateral (select count(*) as places from booked_resources t
      where t.space_id = w.space_id and t.booking_id = w.id and t.resource_id = w.resource_id and t.during @> tstzrange(b.starts_at, b.ends_at)) n
    where n.places <> w.places`,
  "what is cancelled takes nothing": `
    select concat_ws(' ', s.slug, b.title, b.starts_at) as what from bookings b join spaces s on s.id = b.space_id
    where b.state = 'cancelled' and exists (select from booked_resources t where t.space_id = b.space_id and t.booking_id = b.id)`,
  "as many places of a quota are taken as tickets of held and confirmed registrations hold": `
    select concat_ws(' ', e.slug, q.name, 'taken', q.taken, 'tickets', n.tickets) as what from event_quotas q join events e on e.id = q.event_id
    cross join lateral (select count(*) as tickets from tickets k join registrations r on r.event_id = k.event_id and r.id = k.registration_id
      join ticket_type_quotas d on d.event_id = k.event_id and d.ticket_type_id = k.ticket_type_id and d.quota_id = q.id
      where k.event_id = q.event_id and not k.is_cancelled and r.state in ('held', 'confirmed')) n
    where q.taken <> n.tickets`,
  // what let somebody in, less what let them out or was taken back, is one while they are inside; a double lets in nobody
  "nobody is checked in twice on a ticket without its double": `
    select concat_ws(' ', k.id, 'inside', n.inside) as what from tickets k
    cross join lateral (select count(*) filter (where s.kind = 'check_in' and s.counted) - count(*) filter (where s.kind <> 'check_in') as inside
      from ticket_scans s where s.event_id = k.event_id and s.ticket_id = k.id) n
    where n.inside <> case when k.checked_in_at is not null and k.left_at is null then 1 else 0 end`,
  "what stands of a ticket used twice is a scan of it": `
    select concat_ws(' ', f.event_id, f.ticket_id) as what from ticket_settlements f
    where not exists (select from ticket_scans s where s.event_id = f.event_id and s.nonce = f.stands and s.ticket_id = f.ticket_id)`,
  "every scan is of a ticket of its event": `
    select concat_ws(' ', s.event_id, s.nonce) as what from ticket_scans s
    where not exists (select from tickets k where k.event_id = s.event_id and k.id = s.ticket_id)`,
};
