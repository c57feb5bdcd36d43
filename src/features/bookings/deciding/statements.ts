/** A resource `r` with all its parts, as JSON: what booking it takes. Most have no parts. */
export const familyOf = `case
  when not exists (select from resources child where child.part_of = r.id offset 0) then json_build_array(json_build_object('id', r.id, 'places', r.places))
  else (with recursive down (id) as (
    select r.id union select child.id from down join resources child on child.part_of = down.id
  ) select json_agg(json_build_object('id', part.id, 'places', part.places)) from down join resources part on part.id = down.id)
end`;

/** What deciding bookings reads, by keys that come as arrays. */
export const statements = {
  bookings: `
    select b.id, b.space_id, b.resource_id, b.kind, b.state, b.person_id, b.organization_id, b.title, b.people, b.starts_at, b.ends_at, b.held_until,
      b.created_at, b.checked_in_at, b.version, b.audience, b.price_ore, b.used_at,
      coalesce((select array_agg(t.place) from booked_resources t where t.space_id = b.space_id and t.booking_id = b.id and t.resource_id = b.resource_id), '{}') as places
    from unnest($1::uuid[], $2::uuid[]) k(space_id, id)
    join bookings b on b.space_id = k.space_id and b.id = k.id`,
  lapsed: `
    select b.space_id, b.id from bookings b where b.space_id = any($1::uuid[]) and b.state = 'held' and b.held_until <= $2::timestamptz`,
  houses: `
    select s.id as space_id, s.organization_id, s.time_zone, s.open_on_holidays, lower(s.during) as space_from, upper(s.during) as space_until, v.vat_registered,
      (select coalesce(json_agg(json_build_object('weekday', h.weekday, 'opens', left(h.opens::text, 5), 'closes', left(h.closes::text, 5))), '[]')
        from opening_hours h where h.space_id = s.id) as hours,
      (select coalesce(json_agg(json_build_object('day', e.day, 'opens', left(e.opens::text, 5), 'closes', left(e.closes::text, 5), 'reasons', e.reasons)), '[]')
        from opening_exceptions e where e.space_id = s.id and e.day >= $2::date) as exceptions
    from spaces s
    left join register_entries v on v.organization_id = s.organization_id
    where s.id = any($1::uuid[])`,
  resources: `
    select r.id, r.space_id, r.kind, r.version, r.places, r.buffer_before_minutes, r.buffer_after_minutes, r.cancel_by_minutes, r.needs_approval, r.needs_check_in,
      r.capacity, r.step_minutes, r.shortest_minutes, r.longest_minutes, r.notice_minutes, r.horizon_days, r.weekly_minutes, r.booked_by, r.opens_with_house,
      lower(r.in_use) as in_use_from, upper(r.in_use) as in_use_until, r.certification_level, c.names as certification_names, ${familyOf} as family,
      (select coalesce(json_agg(json_build_object('audience', p.audience, 'unit', p.unit, 'amountOre', p.amount_ore)), '[]')
        from resource_prices p where p.resource_id = r.id) as prices
    from resources r
    left join certifications c on c.id = r.certification_id
    where r.id = any($1::uuid[]) or r.id = any(array(select b.resource_id from bookings b where b.id = any($2::uuid[])))`,
  // staff by a position at the house, members by themselves or through a company, others by a network both houses are in; where
  // somebody belongs on a day is looked up once, however many houses are asked about
  standings: `
    with asked as materialized (
      select * from unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::date[]) k(person_id, resource_id, starts_at, day)
    ), homes as materialized (
      select who.person_id, who.day, own.ids, array(
        select distinct theirs.organization_id from memberships theirs
        where theirs.member_organization_id = any(own.ids) and theirs.during @> who.day
      ) as networks
      from (select distinct person_id, day from asked where person_id is not null) who
      cross join lateral (select array(
        select p.organization_id from positions p where p.person_id = who.person_id and p.during @> who.day
        union
        select m.organization_id from memberships m where m.member_person_id = who.person_id and m.during @> who.day
        union
        select m.organization_id from positions p join memberships m on m.member_organization_id = p.organization_id and m.during @> who.day
        where p.person_id = who.person_id and p.during @> who.day
      ) as ids) own
    )
    select k.person_id, k.resource_id, k.starts_at,
      case
        when exists (select 1 from positions p where p.person_id = k.person_id and p.organization_id = s.organization_id and p.during @> k.day
          and p.role in ('host', 'manager', 'owner')) then 'staff'
        when s.organization_id = any(homes.ids) then 'members'
        when exists (select 1 from memberships ours where ours.member_organization_id = s.organization_id and ours.during @> k.day
          and ours.organization_id = any(homes.networks)) then 'network'
        else 'everyone'
      end as booker,
      case when r.certification_id is null then 0 else
        coalesce((select max(g.level) from certificates g where g.person_id = k.person_id and g.during @> k.day
          and (g.certification_id = r.certification_id or exists (select 1 from certification_recognitions n
            where n.recognised_id = g.certification_id and n.certification_id = r.certification_id))), 0)
      end as certificate_level
    from asked k
    join resources r on r.id = k.resource_id
    join spaces s on s.id = r.space_id
    left join homes on homes.person_id = k.person_id and homes.day = k.day`,
  weeks: `
    select b.person_id, b.resource_id, w.week_from, sum(extract(epoch from b.ends_at - b.starts_at) / 60)::integer as minutes
    from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::timestamptz[], $5::timestamptz[]) w(space_id, resource_id, person_id, week_from, week_until)
    join bookings b on b.space_id = w.space_id and b.resource_id = w.resource_id and b.person_id = w.person_id and b.state <> 'cancelled'
      and b.starts_at >= w.week_from and b.starts_at < w.week_until
    group by b.person_id, b.resource_id, w.week_from`,
  taken: `
    select t.booking_id, t.resource_id, t.place, lower(t.during) as from_at, upper(t.during) as until_at, b.held_until
    from unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::timestamptz[]) k(space_id, resource_id, from_at, until_at)
    cross join lateral (
      select * from booked_resources t
      where t.space_id = k.space_id and t.resource_id = k.resource_id and t.during && tstzrange(k.from_at, k.until_at) offset 0
    ) t
    left join bookings b on b.space_id = t.space_id and b.id = t.booking_id and b.state = 'held'`,
};
