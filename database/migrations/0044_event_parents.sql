-- Festivals and series: events that belong together under a parent, which has hosts of its own. One registers for several at once,
-- and a person is counted once over all of them. An event also says what it is about, and which municipality it is in.
create table event_parents (
  id uuid primary key,
  slug text not null,
  kind text not null,
  titles jsonb not null,
  descriptions jsonb not null default '{}',
  -- how a series repeats, as RFC 5545 writes it
  recurrence text,
  version integer not null default 1,
  created_at timestamptz not null,
  constraint event_parents_slug unique (slug),
  constraint event_parents_kind check (kind in ('festival', 'series')),
  constraint event_parents_recurrence check (recurrence is null or kind = 'series')
);

create table event_parent_hosts (
  parent_id uuid not null,
  organization_id uuid not null,
  leads boolean not null,
  constraint event_parent_hosts_once primary key (parent_id, organization_id)
);
alter table event_parent_hosts add constraint event_parent_hosts_parent foreign key (parent_id) references event_parents;
alter table event_parent_hosts add constraint event_parent_hosts_organization foreign key (organization_id) references organizations;
create unique index event_parent_hosts_one_leads on event_parent_hosts (parent_id) where leads;

alter table events
  add column parent_id uuid,
  add column themes text[] not null default '{}',
  -- of a place that is no space of the network; a number means something only together with a day
  add column municipality_number text,
  add column municipality_recorded_on date;
alter table events add constraint events_parent foreign key (parent_id) references event_parents;
alter table events add constraint events_municipality check (num_nulls(municipality_number, municipality_recorded_on) in (0, 2));
create index events_of_parent on events (parent_id, starts_at, id) where parent_id is not null;

-- What somebody registered for in one go. It is told in one letter.
create table joint_registrations (
  id uuid primary key,
  parent_id uuid not null,
  person_id uuid not null,
  registered_at timestamptz not null,
  registered_by uuid
);
alter table joint_registrations add constraint joint_registrations_parent foreign key (parent_id) references event_parents;
create index joint_registrations_person on joint_registrations (person_id);
alter table registrations add column joint_id uuid;
create index registrations_joint on registrations (joint_id) where joint_id is not null;
