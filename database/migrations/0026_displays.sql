-- A screen by a door or on a wall tells whoever stands there what is free, by a secret address the house can renew. A room may be
-- taken at its door, and where the house asks for it, a booking nobody comes to gives its time back.
create table displays (
  id uuid primary key,
  space_id uuid not null constraint displays_space references spaces,
  kind text not null,
  -- of a door: the room behind it
  resource_id uuid,
  name text not null,
  -- the address is known to the screen alone
  secret_hash bytea not null constraint displays_secret unique,
  shows_titles boolean not null default false,
  takes_bookings boolean not null default true,
  created_at timestamptz not null,
  created_by uuid,
  renewed_at timestamptz not null,
  constraint displays_resource foreign key (space_id, resource_id) references resources (space_id, id),
  constraint displays_kind check (kind in ('door', 'wall')),
  constraint displays_of_door check ((kind = 'door') = (resource_id is not null)),
  constraint displays_name check (length(name) between 1 and 120)
);
create index displays_in_space on displays (space_id, name collate norwegian, id);

-- whether one must check in, or the time is released ten minutes after the start
alter table resources add column needs_check_in boolean not null default false;

-- whether whoever booked lets the title be read at the door
alter table bookings add column shows_title boolean not null default false;

-- a room taken at its door by whoever stands there is nobody's by name
alter table bookings drop constraint bookings_kind;
alter table bookings add constraint bookings_kind check (kind in ('booking', 'maintenance', 'outside', 'at_door'));
create index bookings_to_check_in on bookings (starts_at) where state = 'confirmed' and checked_in_at is null and kind = 'booking';

-- requests are found when their time comes without an answer
create index bookings_pending on bookings (starts_at) where state = 'pending';
