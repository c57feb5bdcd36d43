-- A room that is kept in another calendar too is taken here when it is taken there. What meets a booking that stands is told to those
-- who run the house, and never put on top of it.
create table outside_calendars (
  space_id uuid not null constraint outside_calendars_space references spaces,
  id uuid not null,
  resource_id uuid not null constraint outside_calendars_resource references resources,
  name text not null,
  -- a secret: whoever has it reads the calendar
  address text not null,
  keeps_titles boolean not null default false,
  created_at timestamptz not null,
  created_by uuid,
  -- the last time it was asked, the last time it answered, the last time all of it was read anew
  tried_at timestamptz,
  read_at timestamptz,
  unpacked_at timestamptz,
  next_read_at timestamptz not null,
  etag text,
  last_modified text,
  -- tries in a row that failed, and why the last one did
  failures integer not null default 0,
  failure text,
  constraint outside_calendars_once primary key (space_id, id),
  constraint outside_calendars_known unique (space_id, resource_id, address),
  constraint outside_calendars_name check (length(name) between 1 and 120),
  constraint outside_calendars_address check (length(address) between 1 and 1000),
  constraint outside_calendars_failure check ((failures = 0) = (failure is null))
);
create index outside_calendars_id on outside_calendars (id);
create index outside_calendars_due on outside_calendars (next_read_at);

-- The times it said were taken when it was last read.
create table outside_times (
  space_id uuid not null,
  id uuid not null,
  calendar_id uuid not null,
  -- stands for the event and which of its times this is
  event_key text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  title text,
  constraint outside_times_once primary key (space_id, id),
  constraint outside_times_calendar foreign key (space_id, calendar_id) references outside_calendars on delete cascade,
  constraint outside_times_event unique (space_id, calendar_id, event_key),
  constraint outside_times_order check (starts_at < ends_at)
);

-- Such a time that meets a booking, until one of them is gone.
create table outside_conflicts (
  space_id uuid not null,
  time_id uuid not null,
  booking_id uuid not null,
  found_at timestamptz not null,
  -- when those who run the house were written to about it
  told_at timestamptz,
  constraint outside_conflicts_once primary key (space_id, time_id, booking_id),
  constraint outside_conflicts_time foreign key (space_id, time_id) references outside_times on delete cascade
);

-- what takes the time is a booking of kind 'outside', of this calendar
alter table bookings add column outside_calendar_id uuid;
create index bookings_outside on bookings (space_id, outside_calendar_id, ends_at) where outside_calendar_id is not null;
