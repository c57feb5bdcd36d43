-- What can be booked in a house: rooms, desks, halls made of rooms, machines. Each with its rules and prices.
create table certifications (
  id uuid primary key,
  organization_id uuid not null constraint certifications_organization references organizations,
  names jsonb not null,
  levels integer not null default 1,
  valid_months integer,
  created_at timestamptz not null,
  constraint certifications_levels check (levels between 1 and 9),
  constraint certifications_valid_months check (valid_months between 1 and 240)
);
create index certifications_organization on certifications (organization_id);

-- Labs that take each other's certifications for good.
create table certification_recognitions (
  certification_id uuid not null constraint certification_recognitions_given references certifications,
  recognised_id uuid not null constraint certification_recognitions_taken references certifications,
  recognised_at timestamptz not null,
  recognised_by uuid,
  constraint certification_recognitions_once primary key (certification_id, recognised_id),
  constraint certification_recognitions_other check (certification_id <> recognised_id)
);

-- Who holds what, at which level and until when. One that is withdrawn ends; it is never deleted.
create table certificates (
  id uuid primary key,
  certification_id uuid not null constraint certificates_certification references certifications,
  person_id uuid not null constraint certificates_person references people,
  level integer not null,
  during daterange not null,
  granted_at timestamptz not null,
  granted_by uuid,
  reason text,
  constraint certificates_level check (level between 1 and 9),
  constraint certificates_no_overlap exclude using gist (certification_id with =, person_id with =, level with =, during with &&)
);
create index certificates_person on certificates (person_id);

create table resources (
  id uuid primary key,
  space_id uuid not null constraint resources_space references spaces,
  kind text not null,
  name text not null,
  capacity integer not null,
  -- how many of it there are to be booked one by one: the desks of a pool
  places integer not null default 1,
  descriptions jsonb not null default '{}',
  equipment text[] not null default '{}',
  part_of uuid,
  -- minutes
  step_minutes integer not null default 15,
  shortest_minutes integer not null default 15,
  longest_minutes integer not null default 720,
  buffer_before_minutes integer not null default 0,
  buffer_after_minutes integer not null default 0,
  notice_minutes integer not null default 0,
  horizon_days integer not null default 180,
  cancel_by_minutes integer not null default 0,
  -- what one person may book of it in a week; null is no limit
  weekly_minutes integer,
  needs_approval boolean not null default false,
  booked_by text not null default 'members',
  opens_with_house boolean not null default true,
  certification_id uuid constraint resources_certification references certifications,
  certification_level integer,
  place_in_order integer not null default 0,
  in_use daterange not null,
  created_at timestamptz not null,
  version integer not null default 1,
  constraint resources_in_space unique (space_id, id),
  constraint resources_part_of_same_space foreign key (space_id, part_of) references resources (space_id, id),
  constraint resources_kind check (kind in ('desk_pool', 'desk', 'office', 'meeting_room', 'auditorium', 'studio', 'training_centre', 'machine', 'equipment')),
  constraint resources_name check (length(name) between 1 and 120),
  constraint resources_capacity check (capacity between 1 and 100000),
  constraint resources_places check (places = 1 or (kind = 'desk_pool' and places between 1 and 1000)),
  constraint resources_step check (step_minutes in (5, 10, 15, 20, 30, 60)),
  constraint resources_lengths check (step_minutes <= shortest_minutes and shortest_minutes <= longest_minutes and longest_minutes <= 44640
    and shortest_minutes % step_minutes = 0 and longest_minutes % step_minutes = 0),
  constraint resources_buffers check (buffer_before_minutes between 0 and 480 and buffer_after_minutes between 0 and 480),
  constraint resources_notice check (notice_minutes between 0 and 44640 and cancel_by_minutes between 0 and 44640),
  constraint resources_horizon check (horizon_days between 1 and 1095),
  constraint resources_weekly check (weekly_minutes > 0),
  constraint resources_booked_by check (booked_by in ('staff', 'members', 'network', 'everyone')),
  constraint resources_certification_level check ((certification_id is null) = (certification_level is null) and certification_level between 1 and 9),
  constraint resources_not_part_of_itself check (part_of <> id)
);
create index resources_order on resources (space_id, place_in_order, name collate norwegian, id);
create index resources_search on resources (kind, capacity, id);
create unique index resources_name_in_space on resources (space_id, lower(name)) where upper_inf(in_use);

-- What an hour, half a day or a day costs members of the house, members of the network, and everybody else.
create table resource_prices (
  resource_id uuid not null constraint resource_prices_resource references resources on delete cascade,
  audience text not null,
  unit text not null,
  amount_ore integer not null,
  constraint resource_prices_once primary key (resource_id, audience, unit),
  constraint resource_prices_audience check (audience in ('members', 'network', 'everyone')),
  constraint resource_prices_unit check (unit in ('hour', 'half_day', 'day')),
  constraint resource_prices_amount check (amount_ore >= 0)
);
