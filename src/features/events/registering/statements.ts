// whether somebody, or the company they register for, is a member of a host, or of those an event is for, on the day of the event
const onDay = "m.during @> (e.starts_at at time zone e.time_zone)::date";
const isHost = `m.organization_id in (select h.organization_id from event_hosts h where h.event_id = e.id) and ${onDay}`;
const isChosen = `m.organization_id in (select a.organization_id from event_audience a where a.event_id = e.id) and ${onDay}`;
// `offset 0` keeps each look-up inside the index of who is a member, however many members a host has
const isMember = (person: string, organization: string, of = isHost) => `(
  exists (select from (select * from memberships where member_person_id = ${person} offset 0) m where ${of})
  or exists (select from (select * from memberships where member_organization_id = ${organization} offset 0) m where m.confirmed_at is not null and ${of})
  or exists (
    select from (select * from positions where person_id = ${person} offset 0) o
    cross join lateral (select * from memberships where member_organization_id = o.organization_id offset 0) m
    where o.during @> (e.starts_at at time zone e.time_zone)::date and m.confirmed_at is not null and ${of}))`;

const registration = `r.event_id, r.id, r.ticket_type_id, r.other_type_ids, r.quantity, r.accepts_fewer, r.state, r.person_id, r.organization_id,
  r.price_ore, r.vat_percent, r.held_until, r.offered_at, r.asked_at, r.approved_at`;
const ticketsOf = `coalesce((select jsonb_agg(jsonb_build_object('id', t.id, 'code', t.code, 'holderName', t.holder_name, 'isUsed', t.checked_in_at is not null) order by t.id) from tickets t
  where t.event_id = r.event_id and t.registration_id = r.id and not t.is_cancelled), '[]') as tickets`;

/** What deciding a batch of registrations reads, by keys that come as arrays. */
export const statements = {
  events: `
    select e.id, e.status, (select max(w.registered_at) from registrations w where w.event_id = e.id and w.state = 'waiting') as last_waiting, e.audience, e.starts_at, e.ends_at, e.time_zone, e.offer_hours,
      e.free_cancel_days, e.late_cancel_percent, e.needs_approval, e.approval_hours, e.has_queue,
      (select jsonb_agg(jsonb_build_object('id', h.organization_id, 'leads', h.leads) order by h.leads desc, h.organization_id) from event_hosts h where h.event_id = e.id) as hosts,
      v.vat_registered
    from unnest($1::uuid[]) k(id) join events e on e.id = k.id
    join event_hosts lead on lead.event_id = e.id and lead.leads
    left join register_entries v on v.organization_id = lead.organization_id`,
  types: `
    select t.event_id, t.id, t.name, t.price_ore, t.member_price_ore, t.opens_at, t.closes_at, t.access_code, t.most_places,
      t.place_in_order
    from ticket_types t where t.event_id = any($1::uuid[])`,
  quotas: `
    select q.event_id, q.id, q.size, q.taken, q.waiting, q.drawn_version, coalesce(array_agg(t.ticket_type_id) filter (where t.ticket_type_id is not null), '{}') as type_ids
    from unnest($1::uuid[]) k(event_id) join event_quotas q on q.event_id = k.event_id
    left join ticket_type_quotas t on t.event_id = q.event_id and t.quota_id = q.id
    group by q.event_id, q.id, q.size, q.taken, q.waiting, q.drawn_version`,
  questions: `
    select q.event_id, q.id, q.key, q.version, q.kind, q.labels as label, q.texts as text, q.options, q.is_required as "isRequired",
      q.is_personal as "isPersonal", q.is_of_place as "isOfPlace"
    from event_questions q where q.event_id = any($1::uuid[]) and q.ended_at is null order by q.place_in_order`,
  people: `
    select k.event_id, p.id, p.name, k.organization_id, ${isMember("p.id", "k.organization_id")} as is_member,
      e.audience = 'members' and exists (select from event_audience a where a.event_id = e.id) as has_audience,
      e.audience = 'members' and ${isMember("p.id", "k.organization_id", isChosen)} as is_of_audience,
      exists (select from event_invitations i where i.event_id = k.event_id and i.person_id = p.id) as is_invited,
      case when e.has_queue then (select q.let_in_until from event_queue q where q.event_id = k.event_id and q.person_id = p.id) end as let_in_until
    from unnest($1::uuid[], $2::uuid[], $3::uuid[]) k(event_id, person_id, organization_id)
    join events e on e.id = k.event_id
    join people p on p.id = k.person_id and p.erased_at is null`,
  existing: `
    select ${registration}, ${ticketsOf}
    from unnest($1::uuid[], $2::uuid[]) k(event_id, person_id)
    cross join lateral (select * from registrations o where o.person_id = k.person_id and o.event_id = k.event_id and o.state <> 'cancelled' offset 0) r`,
  addressed: `
    select ${registration}, ${ticketsOf}, p.name as holder, ${isMember("r.person_id", "r.organization_id")} as is_member,
      array(select q.key from registration_answers a join event_questions q on q.id = a.question_id
        where a.event_id = r.event_id and a.about_id = r.id and q.ended_at is null) as answered
    from unnest($1::uuid[], $2::uuid[]) k(event_id, id)
    join registrations r on r.event_id = k.event_id and r.id = k.id
    join events e on e.id = r.event_id
    join people p on p.id = r.person_id`,
  line: `
    select ${registration}, '[]'::jsonb as tickets, p.name as holder, ${isMember("r.person_id", "r.organization_id")} as is_member,
      array(select x.ticket_type_id from registrations x where x.person_id = r.person_id and x.event_id = r.event_id and x.state <> 'cancelled'
        and x.organization_id is not distinct from r.organization_id) as has_types
    from unnest($1::uuid[]) k(event_id)
    cross join lateral (select * from registrations w where w.event_id = k.event_id and w.state = 'waiting' order by w.registered_at, w.id limit 256) r
    join events e on e.id = r.event_id
    join people p on p.id = r.person_id`,
};
