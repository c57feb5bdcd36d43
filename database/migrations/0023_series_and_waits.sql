-- A time is booked many weeks in one go, and who finds a time taken may stand in line for it.
-- A series and its bookings are written in one transaction, and it is never taken away.
create table booking_series (
  space_id uuid not null constraint booking_series_space references spaces,
  id uuid not null,
  resource_id uuid not null constraint booking_series_resource references resources,
  -- the rule as it was asked for (RFC 5545), on the clock of the house
  recurrence text not null,
  booked_by uuid,
  created_at timestamptz not null,
  constraint booking_series_once primary key (space_id, id),
  constraint booking_series_recurrence check (length(recurrence) between 1 and 300)
);

-- Who waits for so many minutes of a resource within a time. What is offered is a held booking with the same id.
create table booking_waits (
  space_id uuid not null constraint booking_waits_space references spaces,
  id uuid not null,
  resource_id uuid not null constraint booking_waits_resource references resources,
  person_id uuid not null constraint booking_waits_person references people,
  wanted_from timestamptz not null,
  wanted_until timestamptz not null,
  minutes integer not null,
  title text,
  people integer,
  asked_at timestamptz not null,
  -- off the list: by oneself, or because an offer was declined or lapsed
  left_at timestamptz,
  constraint booking_waits_once primary key (space_id, id),
  constraint booking_waits_order check (wanted_from < wanted_until),
  constraint booking_waits_minutes check (minutes between 5 and 44640)
);
create index booking_waits_line on booking_waits (space_id, resource_id, asked_at) where left_at is null;
create index booking_waits_person on booking_waits (person_id, asked_at);
create unique index booking_waits_one_place on booking_waits (space_id, resource_id, person_id, wanted_from, wanted_until) where left_at is null;
