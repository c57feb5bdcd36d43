-- Rooms, desks and machines are booked, and never twice: whatever holds time, holds it in booked_resources.
create table bookings (
  space_id uuid not null constraint bookings_space references spaces,
  id uuid not null,
  resource_id uuid not null constraint bookings_resource references resources,
  kind text not null default 'booking',
  state text not null,
  -- for whom; nobody for maintenance and busy time of an outside calendar
  person_id uuid,
  organization_id uuid,
  booked_by uuid,
  title text,
  note text,
  people integer,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  held_until timestamptz,
  audience text not null,
  price_ore integer not null default 0,
  series_id uuid,
  created_at timestamptz not null,
  checked_in_at timestamptz,
  version integer not null default 1,
  constraint bookings_once primary key (space_id, id),
  constraint bookings_kind check (kind in ('booking', 'maintenance', 'outside')),
  constraint bookings_state check (state in ('held', 'pending', 'confirmed', 'cancelled')),
  constraint bookings_order check (starts_at < ends_at),
  constraint bookings_for_somebody check ((kind = 'booking') = (person_id is not null)),
  constraint bookings_held_until check ((state = 'held') = (held_until is not null)),
  constraint bookings_audience check (audience in ('staff', 'members', 'network', 'everyone')),
  constraint bookings_price check (price_ore >= 0)
);
create index bookings_id on bookings (id);
create index bookings_person on bookings (person_id, starts_at desc);
create index bookings_calendar on bookings (space_id, starts_at, ends_at) where state <> 'cancelled';
create index bookings_holds on bookings (held_until) where state = 'held';
create index bookings_series on bookings (space_id, series_id, starts_at) where series_id is not null;

-- The time a booking takes, buffers included, of its resource and of every part of it. A row is there while the booking is
-- held, pending, confirmed or blocks the time, so that no two can ever overlap; a cancelled one has none.
create table booked_resources (
  space_id uuid not null,
  booking_id uuid not null,
  resource_id uuid not null,
  place integer not null default 1,
  during tstzrange not null,
  constraint booked_resources_once primary key (space_id, booking_id, resource_id, place),
  constraint booked_resources_booking foreign key (space_id, booking_id) references bookings,
  constraint booked_resources_during check (not isempty(during) and not lower_inf(during) and not upper_inf(during)),
  constraint bookings_no_overlap exclude using gist (space_id with =, resource_id with =, place with =, during with &&)
);

-- What happened to a booking: who, when and why. Nothing of it is ever changed.
create table booking_changes (
  space_id uuid not null,
  id uuid not null,
  booking_id uuid not null,
  kind text not null,
  changed_at timestamptz not null,
  changed_by uuid,
  reason text,
  was tstzrange,
  constraint booking_changes_once primary key (space_id, id),
  constraint booking_changes_booking foreign key (space_id, booking_id) references bookings,
  constraint booking_changes_kind check (kind in ('held', 'asked', 'booked', 'moved', 'approved', 'refused', 'cancelled', 'expired', 'released', 'checked_in', 'ended'))
);
create index booking_changes_booking on booking_changes (space_id, booking_id, changed_at);
