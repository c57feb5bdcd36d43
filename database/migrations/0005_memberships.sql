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

-- Uploaded spreadsheets: what a dry run said, what was then done, and how columns were matched last time.
create table import_runs (
  id uuid primary key,
  kind text not null,
  organization_id uuid not null,
  started_by uuid not null,
  file_name text not null,
  file_key text not null,
  mapping jsonb not null,
  state text not null,
  rows_total integer,
  rows_done integer not null default 0,
  created_count integer not null default 0,
  changed_count integer not null default 0,
  same_count integer not null default 0,
  refused_count integer not null default 0,
  created_at timestamptz not null,
  finished_at timestamptz,
  failure text,
  constraint import_runs_kind check (kind in ('organizations', 'people', 'members', 'spaces')),
  constraint import_runs_state check (state in ('checking', 'checked', 'importing', 'imported', 'failed'))
);
create index import_runs_latest on import_runs (organization_id, id desc);

create table import_rows (
  run_id uuid not null constraint import_rows_run references import_runs on delete cascade,
  row_number integer not null,
  outcome text not null,
  label text not null,
  reasons jsonb not null default '[]',
  constraint import_rows_once primary key (run_id, row_number),
  constraint import_rows_outcome check (outcome in ('create', 'change', 'same', 'refuse'))
);
create index import_rows_outcome on import_rows (run_id, outcome, row_number);

create table import_mappings (
  organization_id uuid not null,
  kind text not null,
  header_hash text not null,
  mapping jsonb not null,
  used_at timestamptz not null,
  constraint import_mappings_once primary key (organization_id, kind, header_hash)
);
