-- People at an event are counted by the places: whoever was named on one is counted too, also where somebody else registered.

-- Who holds the place when it is not who registered: a person, when there is an address; else of that name at that company.
alter table tickets add column holder_id uuid;

insert into people (id, name, email, locale, created_at)
select gen_random_uuid(), min(k.holder_name), k.holder_email, min(p.locale), now()
from tickets k join registrations r on r.event_id = k.event_id and r.id = k.registration_id join people p on p.id = r.person_id
where k.holder_email is not null and k.holder_email not in (select email from people) group by k.holder_email;

update tickets k set holder_id = p.id from registrations r, people p
where r.event_id = k.event_id and r.id = k.registration_id and p.email = k.holder_email and p.id <> r.person_id;

update tickets k set holder_id = md5(coalesce(r.organization_id, r.person_id)::text || ' ' || lower(k.holder_name))::uuid from registrations r, people p
where r.event_id = k.event_id and r.id = k.registration_id and p.id = r.person_id
  and k.holder_email is null and k.holder_name <> '—' and lower(k.holder_name) <> lower(p.name);

-- Who was counted once is counted anew.
delete from counted_events;
delete from counted_once;
delete from counted_once_sums;
