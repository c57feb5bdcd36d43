-- Partners and sponsors of an event, or of a whole festival, and what they were shown on: written down, so that it can be told to them.
create table event_partners (
  id uuid primary key,
  event_id uuid,
  parent_id uuid,
  -- of the network, or a name
  organization_id uuid,
  name text,
  website text,
  level text not null,
  added_at timestamptz not null,
  added_by uuid,
  -- who is taken off stays in what was written down
  ended_at timestamptz,
  ended_by uuid,
  constraint event_partners_of_one check (num_nonnulls(event_id, parent_id) = 1),
  constraint event_partners_named check ((organization_id is null) <> (name is null)),
  constraint event_partners_level check (level in ('main', 'partner', 'sponsor', 'supporter'))
);
alter table event_partners add constraint event_partners_event foreign key (event_id) references events;
alter table event_partners add constraint event_partners_parent foreign key (parent_id) references event_parents;
alter table event_partners add constraint event_partners_organization foreign key (organization_id) references organizations;
create index event_partners_of_event on event_partners (event_id) where event_id is not null;
create index event_partners_of_parent on event_partners (parent_id) where parent_id is not null;

create table partner_exposures (
  id uuid primary key,
  partner_id uuid not null,
  kind text not null,
  shown_on date not null,
  -- how many saw it, when somebody knows
  seen_by integer,
  note text,
  written_at timestamptz not null,
  written_by uuid,
  constraint partner_exposures_kind check (kind in ('event_page', 'big_screen', 'letter', 'stage', 'print')),
  constraint partner_exposures_seen_by check (seen_by >= 0)
);
alter table partner_exposures add constraint partner_exposures_partner foreign key (partner_id) references event_partners;
create index partner_exposures_partner on partner_exposures (partner_id, shown_on);

-- On a journey people sleep somewhere: rooms with beds, and who sleeps in which.
create table event_rooms (
  event_id uuid not null,
  id uuid not null,
  place text not null,
  name text not null,
  beds integer not null,
  constraint event_rooms_once primary key (event_id, id),
  constraint event_rooms_name unique (event_id, place, name),
  constraint event_rooms_beds check (beds between 1 and 8)
);
alter table event_rooms add constraint event_rooms_event foreign key (event_id) references events;
create table event_beds (
  event_id uuid not null,
  room_id uuid not null,
  bed integer not null,
  ticket_id uuid not null,
  constraint event_beds_one_each primary key (event_id, room_id, bed),
  constraint event_beds_one_bed unique (event_id, ticket_id)
);
alter table event_beds add constraint event_beds_room foreign key (event_id, room_id) references event_rooms;
