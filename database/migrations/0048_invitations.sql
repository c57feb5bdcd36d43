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
