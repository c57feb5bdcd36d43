-- Two desks on one day count as one day of what a plan includes, and a day is used when somebody comes. When a plan ends, what it had
-- covered of bookings ahead is priced anew, and whoever booked is told. A plan that somebody has is changed by another that replaces it.

-- the day, at the house, that a booking's entry is for; kept with the entry, as the booking may move
alter table entitlement_entries add column day date;
update entitlement_entries e set day = (b.starts_at at time zone h.time_zone)::date
from bookings b join spaces h on h.id = b.space_id
where b.space_id = e.space_id and b.id = e.booking_id;
create index entitlement_entries_person_day on entitlement_entries (space_id, person_id, day) where unit = 'day' and day is not null;

alter table booking_changes drop constraint booking_changes_kind;
alter table booking_changes add constraint booking_changes_kind
  check (kind in ('held', 'asked', 'booked', 'moved', 'approved', 'refused', 'cancelled', 'expired', 'released', 'checked_in', 'ended', 'repriced'));
-- what it cost before it was priced anew
alter table booking_changes add column price_ore_before integer;
alter table booking_changes add constraint booking_changes_price check ((kind = 'repriced') = (price_ore_before is not null));
-- what was priced anew in one sweep is told in one letter
create index booking_changes_repriced on booking_changes (space_id, changed_at) where kind = 'repriced';

-- the plan it follows on: those who have that one keep it until they are moved, with notice
alter table plans add column replaces_id uuid;
alter table plans add constraint plans_replaces foreign key (replaces_id) references plans;
create unique index plans_replaced_once on plans (replaces_id) where replaces_id is not null;
