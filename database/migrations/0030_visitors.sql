-- Visitors are announced beforehand or say at the kiosk whom they come to, whoever they visit is told at once, and they are forgotten
-- after the days the house has set. How many came on which day is all that stays.
alter table displays drop constraint displays_kind;
alter table displays add constraint displays_kind check (kind in ('door', 'wall', 'kiosk'));

-- how a house receives visitors; a house without a row receives them as the defaults say
create table visitor_terms (
  space_id uuid primary key constraint visitor_terms_space references spaces,
  takes_unexpected boolean not null default true,
  asks_for_rules boolean not null default false,
  kept_days integer not null default 30,
  version integer not null default 1,
  constraint visitor_terms_kept_days check (kept_days between 1 and 365)
);

create table visits (
  space_id uuid not null constraint visits_space references spaces,
  id uuid not null,
  name text not null,
  organization_name text,
  email text,
  language text not null,
  -- nobody once that person is erased
  visited_id uuid,
  -- in the same house, held by the program
  booking_id uuid,
  day date not null,
  expected_at timestamptz not null,
  code text not null,
  is_announced boolean not null,
  registered_by uuid,
  -- of the house rules said yes to at the kiosk
  rules_version integer,
  arrived_at timestamptz,
  left_at timestamptz,
  -- at the kiosk, at the desk, or by the clock at night for those who forgot
  left_by text,
  cancelled_at timestamptz,
  created_at timestamptz not null,
  version integer not null default 1,
  constraint visits_once primary key (space_id, id),
  constraint visits_code unique (space_id, code),
  constraint visits_name check (length(name) between 1 and 120),
  constraint visits_leave_after_arrival check (left_at is null or (arrived_at is not null and arrived_at <= left_at)),
  constraint visits_left_by check ((left_at is null) = (left_by is null) and left_by in ('kiosk', 'desk', 'clock')),
  constraint visits_come_or_cancelled check (arrived_at is null or cancelled_at is null)
);
create index visits_id on visits (id);
create index visits_of_day on visits (space_id, day, expected_at);
create index visits_inside on visits (space_id, arrived_at) where arrived_at is not null and left_at is null;
create index visits_visited on visits (visited_id, expected_at desc);
create index visits_registered_by on visits (registered_by, expected_at desc);
create index visits_email on visits (email) where email is not null;

-- who lets visitors they have not announced find them by name at the kiosk of a house
create table kiosk_names (
  space_id uuid not null constraint kiosk_names_space references spaces,
  person_id uuid not null,
  allowed_at timestamptz not null,
  constraint kiosk_names_once primary key (space_id, person_id)
);
create index kiosk_names_person on kiosk_names (person_id);

-- what stays of a day when its visitors are forgotten
create table visit_counts (
  space_id uuid not null constraint visit_counts_space references spaces,
  day date not null,
  announced integer not null,
  came integer not null,
  unexpected integer not null,
  constraint visit_counts_once primary key (space_id, day),
  constraint visit_counts_add_up check (announced >= 0 and unexpected between 0 and came)
);
