-- An event may be for members of organizations that are chosen, not only of those that hold it; people are invited, and say no.
create table event_audience (
  event_id uuid not null constraint event_audience_event references events,
  organization_id uuid not null constraint event_audience_organization references organizations,
  constraint event_audience_once primary key (event_id, organization_id)
);
create index event_audience_organization on event_audience (organization_id, event_id);

alter table event_invitations
  add column invited_by uuid,
  -- when they were written to
  add column told_at timestamptz,
  add column declined_at timestamptz;
create index event_invitations_person on event_invitations (person_id, event_id);
create index event_invitations_untold on event_invitations (event_id, invited_at) where told_at is null;

-- Where many come at once, they stand in a queue: in order of arrival, let in as there are places for them to choose.
alter table events add column has_queue boolean not null default false;
create table event_queue (
  event_id uuid not null,
  person_id uuid not null,
  arrived_at timestamptz not null,
  -- who came in the same moment stands by this
  arrival_id uuid not null,
  -- whoever is away is passed by, and keeps their place
  seen_at timestamptz not null,
  let_in_at timestamptz,
  let_in_until timestamptz,
  constraint event_queue_once primary key (event_id, person_id)
);
create index event_queue_line on event_queue (event_id, arrived_at, arrival_id) where let_in_at is null;
create index event_queue_inside on event_queue (event_id, let_in_until) where let_in_at is not null;
