-- A lab helps people with what they want to make at fixed times every week: each of those hours is cut into slots, and nobody gets one that is taken.
create table consultations (
  space_id uuid not null constraint consultations_space references spaces,
  id uuid not null,
  weekday integer not null,
  opens time not null,
  closes time not null,
  slot_minutes integer not null,
  -- how many are helped at once, each by themselves
  places integer not null default 1,
  staff_id uuid,
  note text,
  valid_from date not null,
  -- the first day it is over
  valid_until date,
  created_at timestamptz not null,
  created_by uuid,
  constraint consultations_once primary key (space_id, id),
  constraint consultations_weekday check (weekday between 1 and 7),
  constraint consultations_order check (opens < closes),
  constraint consultations_slot_minutes check (slot_minutes between 5 and 480),
  constraint consultations_places check (places between 1 and 20),
  constraint consultations_days check (valid_from <= valid_until),
  -- who helps people is in one place at a time
  constraint consultations_staff_once exclude using gist (
    space_id with =, staff_id with =, weekday with =, daterange(valid_from, valid_until) with &&,
    int4range(extract(epoch from opens)::integer, extract(epoch from closes)::integer) with &&
  )
);
create index consultations_id on consultations (id);

-- A day it is not held, though it is its weekday.
create table consultation_exceptions (
  space_id uuid not null,
  consultation_id uuid not null,
  day date not null,
  reason text,
  added_at timestamptz not null,
  added_by uuid,
  constraint consultation_exceptions_once primary key (space_id, consultation_id, day),
  constraint consultation_exceptions_of foreign key (space_id, consultation_id) references consultations
);

create table appointments (
  space_id uuid not null,
  id uuid not null,
  consultation_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  place integer not null,
  person_id uuid not null,
  about text,
  order_id uuid,
  booked_at timestamptz not null,
  cancelled_at timestamptz,
  cancelled_by uuid,
  reason text,
  constraint appointments_once primary key (space_id, id),
  constraint appointments_of foreign key (space_id, consultation_id) references consultations,
  constraint appointments_length check (starts_at < ends_at),
  constraint appointments_place check (place >= 1)
);
create index appointments_id on appointments (id);
create index appointments_of_person on appointments (person_id, starts_at);
create index appointments_by_time on appointments (space_id, starts_at);
-- never two on one place of a slot, and never one person in two of them
create unique index appointments_slot_taken_once on appointments (space_id, consultation_id, starts_at, place) where cancelled_at is null;
create unique index appointments_person_once on appointments (space_id, person_id, starts_at) where cancelled_at is null;

-- When so much is left of something, it is time to buy more.
alter table consumables add column low_at integer;
alter table consumables add constraint consumables_low_at check (low_at between 0 and 1000000);
alter table consumables add column version integer not null default 1;

-- What VAT a quote was given with stays what it was.
alter table production_orders add column quoted_vat_percent integer;
alter table production_orders add column quoted_seller_vat_registered boolean;
alter table production_orders add constraint production_orders_vat check (quoted_vat_percent between 0 and 100 and (quoted_vat_percent is null or quoted_ore is not null));
