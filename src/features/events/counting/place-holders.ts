import { sql } from "kysely";

/**
 * Who holds each confirmed place, as a query of `event_id`, `person_id`, `name`, `registration_id`, `organization_id` (the company it is for)
 * and `has_come`: whoever was named on it, else whoever registered. A person who holds several is there once for each.
 */
export const placeHolders = sql`(
  select k.event_id, coalesce(k.holder_id, r.person_id) as person_id, case when k.holder_id is null then p.name else k.holder_name end as name,
    r.id as registration_id, r.organization_id, k.checked_in_at is not null as has_come
  from registrations r join tickets k on k.event_id = r.event_id and k.registration_id = r.id and not k.is_cancelled
  join people p on p.id = r.person_id where r.state = 'confirmed')`;
