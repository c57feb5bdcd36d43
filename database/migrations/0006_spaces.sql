-- The houses themselves: where, when open, what is there, the rules, and how one gets in.
-- A place on the globe of radius 1: straight-line distances between such points order places as great circles do.
create function on_globe(latitude double precision, longitude double precision) returns public.cube
  language sql immutable parallel safe strict
  as $$ select public.cube(array[cosd(latitude) * cosd(longitude), cosd(latitude) * sind(longitude), sind(latitude)]) $$;

create table spaces (
  id uuid primary key,
  organization_id uuid not null constraint spaces_organization references organizations,
  slug text not null constraint spaces_slug unique,
  name text not null,
  address text,
  postcode text,
  town text,
  municipality_number text not null,
  municipality_recorded_on date not null,
  latitude double precision not null,
  longitude double precision not null,
  time_zone text not null default 'Europe/Oslo',
  desks integer not null default 0,
  descriptions jsonb not null default '{}',
  guest_welcome jsonb not null default '{}',
  arrival jsonb not null default '{}',
  amenities text[] not null default '{}',
  themes text[] not null default '{}',
  open_on_holidays boolean not null default false,
  contact_email text,
  contact_phone text,
  contact_confirmed_on date,
  during daterange not null,
  created_at timestamptz not null,
  version integer not null default 1,
  constraint spaces_slug_form check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
  constraint spaces_desks check (desks >= 0),
  constraint spaces_coordinates check (latitude between -90 and 90 and longitude between -180 and 180)
);
create index spaces_organization on spaces (organization_id);
create index spaces_nearest on spaces using gist (on_globe(latitude, longitude));
create index spaces_name on spaces (name collate norwegian, id);
create index spaces_search on spaces using gin (search_form(name) gin_trgm_ops);

create table opening_hours (
  space_id uuid not null constraint opening_hours_space references spaces on delete cascade,
  weekday integer not null,
  opens time not null,
  closes time not null,
  constraint opening_hours_once primary key (space_id, weekday, opens),
  constraint opening_hours_weekday check (weekday between 1 and 7),
  constraint opening_hours_order check (opens < closes),
  constraint opening_hours_no_overlap exclude using gist
    (space_id with =, weekday with =, int4range(extract(epoch from opens)::integer, extract(epoch from closes)::integer) with &&)
);

-- A day that differs: other hours, or closed when both are empty.
create table opening_exceptions (
  space_id uuid not null constraint opening_exceptions_space references spaces on delete cascade,
  day date not null,
  opens time,
  closes time,
  reasons jsonb not null default '{}',
  constraint opening_exceptions_once primary key (space_id, day),
  constraint opening_exceptions_order check ((opens is null) = (closes is null) and (opens is null or opens < closes))
);

create table house_rules (
  space_id uuid not null constraint house_rules_space references spaces on delete cascade,
  version integer not null,
  texts jsonb not null,
  published_at timestamptz not null,
  published_by uuid,
  constraint house_rules_once primary key (space_id, version)
);

create table house_rule_consents (
  space_id uuid not null constraint house_rule_consents_space references spaces,
  person_id uuid not null,
  rules_version integer not null,
  consented_at timestamptz not null,
  constraint house_rule_consents_once primary key (space_id, person_id, rules_version)
);

create table host_duties (
  space_id uuid not null constraint host_duties_space references spaces on delete cascade,
  id uuid not null,
  place_in_order integer not null,
  texts jsonb not null,
  constraint host_duties_once primary key (space_id, id)
);

create table space_photos (
  space_id uuid not null constraint space_photos_space references spaces on delete cascade,
  id uuid not null,
  file_key text not null,
  width integer not null,
  height integer not null,
  texts jsonb not null default '{}',
  place_in_order integer not null,
  created_at timestamptz not null,
  constraint space_photos_once primary key (space_id, id)
);
