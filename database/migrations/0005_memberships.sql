-- Who is a member of what from when to when, and the way there: the recruiting board.
create table memberships (
  id uuid primary key,
  organization_id uuid not null constraint memberships_organization references organizations,
  member_organization_id uuid constraint memberships_member_organization references organizations,
  member_person_id uuid constraint memberships_member_person references people,
  during daterange not null,
  plan text,
  tier text,
  payer text not null default 'member',
  exchange_opt_out boolean not null default false,
  note text,
  created_at timestamptz not null,
  version integer not null default 1,
  constraint memberships_one_member check (num_nonnulls(member_organization_id, member_person_id) = 1),
  constraint memberships_not_of_itself check (member_organization_id <> organization_id),
  constraint memberships_not_empty check (not isempty(during)),
  constraint memberships_payer check (payer in ('member', 'organization', 'free')),
  constraint memberships_no_overlap exclude using gist
    (organization_id with =, (coalesce(member_organization_id, member_person_id)) with =, during with &&)
);
create index memberships_member_organization on memberships (member_organization_id);
create index memberships_member_person on memberships (member_person_id);

-- A place on the way to membership. The stage is where it stands now; how it came there is in stage_changes.
create table candidates (
  id uuid primary key,
  network_id uuid not null constraint candidates_network references organizations,
  organization_id uuid not null constraint candidates_organization references organizations,
  stage text not null,
  town text,
  desks integer,
  next_step text,
  next_step_on date,
  next_step_at time,
  owner_id uuid constraint candidates_owner references people,
  created_at timestamptz not null,
  version integer not null default 1,
  constraint candidates_once unique (network_id, organization_id),
  constraint candidates_stage check (stage in ('prospect', 'contacted', 'in_dialogue', 'applied', 'member', 'declined')),
  constraint candidates_desks check (desks >= 0)
);
create index candidates_board on candidates (network_id, stage, next_step_on);

create table stage_changes (
  id uuid primary key,
  candidate_id uuid not null,
  network_id uuid not null,
  from_stage text,
  to_stage text not null,
  reason text,
  changed_at timestamptz not null,
  changed_by uuid,
  membership_id uuid,
  undone_at timestamptz
);
create index stage_changes_candidate on stage_changes (candidate_id, id);
create index stage_changes_network on stage_changes (network_id, id desc);

create table candidate_notes (
  id uuid primary key,
  candidate_id uuid not null,
  written_at timestamptz not null,
  written_by uuid,
  note text not null
);
create index candidate_notes_candidate on candidate_notes (candidate_id, id desc);
