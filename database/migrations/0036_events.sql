-- What is held for others to come to: a breakfast, a course, a conference. Who holds it, and for whom, stand beside it.
create table events (
  id uuid primary key,
  slug text not null constraint events_slug unique,
  titles jsonb not null,
  descriptions jsonb not null default '{}',
  space_id uuid constraint events_space references spaces,
  -- in words, when it is held in no space of the network
  place text,
  online_url text,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  time_zone text not null,
  languages text[] not null,
  audience text not null,
  status text not null,
  -- how long an offer from the waiting list stands
  offer_hours integer not null default 24,
  version integer not null default 1,
  created_at timestamptz not null,
  constraint events_times check (starts_at < ends_at),
  constraint events_audience check (audience in ('public', 'members', 'invited')),
  constraint events_status check (status in ('draft', 'published', 'cancelled')),
  constraint events_offer_hours check (offer_hours between 1 and 336)
);
create index events_calendar on events (starts_at, id) where status <> 'draft';

-- One leads, the others hold it together with that one.
create table event_hosts (
  event_id uuid not null constraint event_hosts_event references events,
  organization_id uuid not null constraint event_hosts_organization references organizations,
  leads boolean not null,
  constraint event_hosts_once primary key (event_id, organization_id)
);
create unique index event_hosts_one_leads on event_hosts (event_id) where leads;
create index event_hosts_organization on event_hosts (organization_id, event_id);

-- The people an event that is not for all is open to.
create table event_invitations (
  event_id uuid not null constraint event_invitations_event references events,
  person_id uuid not null constraint event_invitations_person references people,
  invited_at timestamptz not null,
  constraint event_invitations_once primary key (event_id, person_id)
);

create table ticket_types (
  id uuid primary key,
  event_id uuid not null constraint ticket_types_event references events,
  place_in_order integer not null,
  name text not null,
  -- without VAT; of a member of a host on the day, when it is another
  price_ore integer not null default 0,
  member_price_ore integer,
  opens_at timestamptz,
  closes_at timestamptz,
  access_code text,
  -- the places of one registration
  most_places integer not null default 10,
  constraint ticket_types_name unique (event_id, name),
  constraint ticket_types_prices check (price_ore >= 0 and member_price_ore >= 0),
  constraint ticket_types_places check (most_places between 1 and 1000),
  constraint ticket_types_sale check (opens_at < closes_at)
);

-- Places that ticket types draw on, alone or together. `waiting` is the number of registrations that wait for some of them.
create table event_quotas (
  event_id uuid not null constraint event_quotas_event references events,
  id uuid not null,
  name text not null,
  size integer not null,
  taken integer not null default 0,
  waiting integer not null default 0,
  constraint event_quotas_once primary key (event_id, id),
  constraint event_quotas_name unique (event_id, name),
  constraint event_quotas_places check (taken between 0 and size),
  constraint event_quotas_waiting check (waiting >= 0)
);

create table ticket_type_quotas (
  event_id uuid not null,
  ticket_type_id uuid not null constraint ticket_type_quotas_type references ticket_types,
  quota_id uuid not null,
  constraint ticket_type_quotas_once primary key (event_id, ticket_type_id, quota_id),
  constraint ticket_type_quotas_quota foreign key (event_id, quota_id) references event_quotas
);

-- Places somebody has taken, or waits for.
create table registrations (
  event_id uuid not null constraint registrations_event references events,
  id uuid not null,
  ticket_type_id uuid not null constraint registrations_type references ticket_types,
  -- what one would take as well while waiting, in order of preference
  other_type_ids uuid[] not null default '{}',
  quantity integer not null,
  accepts_fewer boolean not null default false,
  state text not null,
  person_id uuid not null,
  -- who it is for and who pays, when that is a company
  organization_id uuid,
  price_ore integer not null default 0,
  registered_at timestamptz not null,
  registered_by uuid,
  held_until timestamptz,
  -- when it was offered from the waiting list
  offered_at timestamptz,
  confirmed_at timestamptz,
  ended_at timestamptz,
  ended_by uuid,
  ending text,
  constraint registrations_once primary key (event_id, id),
  constraint registrations_state check (state in ('held', 'waiting', 'confirmed', 'cancelled')),
  constraint registrations_quantity check (quantity between 1 and 1000),
  constraint registrations_held check ((state = 'held') = (held_until is not null)),
  constraint registrations_ended check ((state = 'cancelled') = (ended_at is not null) and (ended_at is null) = (ending is null)),
  constraint registrations_ending check (ending in ('cancelled', 'left_list', 'expired', 'offer_lapsed', 'refused', 'event_cancelled'))
);
create index registrations_id on registrations (id);
create index registrations_person on registrations (person_id, registered_at desc);
create index registrations_waiting on registrations (event_id, registered_at, id) where state = 'waiting';
create index registrations_held on registrations (held_until) where state = 'held';
create index registrations_list on registrations (event_id, state, registered_at, id);
-- who clicks twice registers once
create unique index registrations_one_each on registrations (event_id, person_id, ticket_type_id, coalesce(organization_id, '00000000-0000-0000-0000-000000000000'))
  where state <> 'cancelled';

-- One place: who comes on it may be named later.
create table tickets (
  event_id uuid not null,
  id uuid not null,
  registration_id uuid not null,
  ticket_type_id uuid not null,
  holder_name text,
  code text not null,
  is_cancelled boolean not null default false,
  constraint tickets_once primary key (event_id, id),
  constraint tickets_registration foreign key (event_id, registration_id) references registrations,
  constraint tickets_code unique (event_id, code)
);
create index tickets_id on tickets (id);
create index tickets_of_registration on tickets (event_id, registration_id);

-- What is owed for a registration, and entries against it.
create table event_charges (
  event_id uuid not null constraint event_charges_event references events,
  id uuid not null,
  registration_id uuid not null,
  kind text not null,
  owed_to uuid not null,
  person_id uuid,
  organization_id uuid,
  -- without VAT
  amount_ore integer not null,
  seller_is_vat_registered boolean,
  vat_percent integer not null,
  day date not null,
  written_at timestamptz not null,
  written_by uuid,
  constraint event_charges_once primary key (event_id, id),
  constraint event_charges_registration foreign key (event_id, registration_id) references registrations,
  constraint event_charges_kind check (kind in ('registration', 'reversal')),
  constraint event_charges_of_one check ((person_id is null) <> (organization_id is null)),
  constraint event_charges_amount check (amount_ore <> 0 and (amount_ore < 0) = (kind = 'reversal')),
  constraint event_charges_vat check (vat_percent in (0, 12, 15, 25))
);
create unique index event_charges_registration_once on event_charges (event_id, registration_id, kind);
