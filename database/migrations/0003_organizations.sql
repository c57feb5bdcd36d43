-- One record per organization and person for the whole installation, and who holds which position where.
-- A name taken from the register follows it, until somebody writes another. The network whose coordinator entered an
-- organization keeps it for as long as nobody manages it.
create table organizations (
  id uuid primary key,
  slug text not null constraint organizations_slug unique,
  name text not null,
  name_from text not null default 'people',
  organization_number text constraint organizations_number unique,
  legal_form text,
  founded_on date,
  industry_code text,
  industry_standard text,
  website text,
  languages text[] not null default '{}',
  sectors text[] not null default '{}',
  focus_areas text[] not null default '{}',
  descriptions jsonb not null default '{}',
  visibility text not null default 'public',
  address text,
  postcode text,
  municipality_number text,
  municipality_recorded_on date,
  latitude double precision,
  longitude double precision,
  contact_email text,
  contact_confirmed_on date,
  colour text,
  entered_by_network_id uuid constraint organizations_entered_by references organizations,
  created_at timestamptz not null,
  version integer not null default 1,
  constraint organizations_name_from check (name_from in ('people', 'register')),
  constraint organizations_slug_form check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
  constraint organizations_number_form check (organization_number ~ '^[0-9]{9}$'),
  constraint organizations_visibility check (visibility in ('public', 'network', 'private')),
  constraint organizations_coordinates check ((latitude is null) = (longitude is null) and latitude between -90 and 90 and longitude between -180 and 180)
);
create index organizations_name on organizations (name collate norwegian, id);
create index organizations_municipality on organizations (municipality_number);
create index organizations_search on organizations using gin (search_form(name) gin_trgm_ops);

create table organization_kinds (
  organization_id uuid not null constraint organization_kinds_organization references organizations on delete cascade,
  kind text not null,
  constraint organization_kinds_once primary key (organization_id, kind),
  constraint organization_kinds_known check (kind in ('space_operator', 'company', 'startup', 'municipality', 'county', 'network', 'cluster', 'investor', 'funder', 'research', 'public_agency'))
);

-- What the register said, kept beside what people write: never mixed, always with its date.
create table register_entries (
  organization_id uuid primary key constraint register_entries_organization references organizations on delete cascade,
  organization_number text not null,
  name text,
  legal_form text,
  address jsonb,
  municipality_number text,
  industry_code text,
  industry_standard text,
  founded_on date,
  deleted_on date,
  unit_kind text not null default 'unit',
  parent_number text,
  status text not null,
  headcount_least integer,
  headcount_most integer,
  headcount_on date,
  vat_registered boolean,
  fetched_at timestamptz not null,
  source text not null,
  answer jsonb not null,
  constraint register_entries_unit_kind check (unit_kind in ('unit', 'sub_unit')),
  constraint register_entries_status check (status in ('active', 'bankrupt', 'being_wound_up', 'deleted', 'unknown')),
  constraint register_entries_headcount check (headcount_least >= 0 and headcount_most >= headcount_least)
);
create index register_entries_number on register_entries (organization_number);

create table people (
  id uuid primary key,
  name text not null,
  email text not null constraint people_email unique,
  locale text not null default 'nb',
  visibility text not null default 'network',
  erased_at timestamptz,
  created_at timestamptz not null,
  version integer not null default 1,
  constraint people_email_form check (email = lower(email) and email like '%_@_%'),
  constraint people_locale check (locale in ('nb', 'nn', 'en')),
  constraint people_visibility check (visibility in ('public', 'network', 'private'))
);
create index people_search on people using gin (search_form(name) gin_trgm_ops);

-- Roles in the system come from positions; the others are told to those who look.
create table positions (
  id uuid primary key,
  person_id uuid not null constraint positions_person references people,
  organization_id uuid not null constraint positions_organization references organizations,
  role text not null,
  title text,
  during daterange not null,
  last_confirmed_on date,
  version integer not null default 1,
  constraint positions_role check (role in ('owner', 'manager', 'host', 'member', 'coordinator', 'operator', 'board_leader', 'deputy', 'contact', 'staff', 'mentor')),
  constraint positions_not_empty check (not isempty(during)),
  constraint positions_no_overlap exclude using gist (person_id with =, organization_id with =, role with =, during with &&)
);
create index positions_organization on positions (organization_id);
