-- An organization asks for applications: to a program, for an award or a grant, to speak, or to join. What is asked, who may apply and
-- until when is data; a submission is a draft until it is delivered, and what was delivered stands until it is delivered again.
create table calls (
  id uuid primary key,
  slug text not null constraint calls_slug unique,
  organization_id uuid not null constraint calls_organization references organizations,
  kind text not null,
  titles jsonb not null,
  descriptions jsonb not null default '{}',
  status text not null,
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  -- what is delivered so long after the deadline is taken, and marked as late
  grace_minutes integer not null default 0,
  time_zone text not null,
  -- who may apply, as rules
  eligibility jsonb not null default '[]',
  -- the form
  questions jsonb not null,
  -- jurors are not shown who applies, nor answers to questions that tell
  is_blind boolean not null default false,
  -- how one complains, for the letters
  texts jsonb not null default '{}',
  -- who pays for the prize: shown on the big screen
  sponsors jsonb not null default '[]',
  -- where the audience votes
  event_id uuid constraint calls_event references events,
  created_at timestamptz not null,
  created_by uuid,
  version integer not null default 1,
  constraint calls_kind check (kind in ('intake', 'award', 'grant', 'speakers', 'members')),
  constraint calls_status check (status in ('draft', 'published')),
  constraint calls_window check (opens_at < closes_at),
  constraint calls_grace check (grace_minutes between 0 and 1440)
);
create index calls_window_order on calls (closes_at, id) where status = 'published';
create index calls_of_organization on calls (organization_id, closes_at desc);

create table submissions (
  id uuid primary key,
  call_id uuid not null constraint submissions_call references calls,
  person_id uuid not null constraint submissions_person references people,
  state text not null,
  -- as it is being written, the number as it was typed
  title text not null default '',
  organization_number text,
  answers jsonb not null default '{}',
  -- as it was delivered last: what is judged
  delivered_title text,
  delivered_number text,
  delivered_answers jsonb not null default '{}',
  delivered_at timestamptz,
  is_late boolean not null default false,
  -- rules nobody could check when it was delivered: for those who run the call to look into
  unchecked_rules jsonb not null default '[]',
  created_at timestamptz not null,
  changed_at timestamptz not null,
  withdrawn_at timestamptz,
  reminded_at timestamptz,
  -- who it was by has been erased
  erased_at timestamptz,
  version integer not null default 1,
  constraint submissions_state check (state in ('draft', 'submitted', 'withdrawn')),
  constraint submissions_number check (delivered_number ~ '^[0-9]{9}$'),
  constraint submissions_delivered check (state <> 'submitted' or delivered_at is not null),
  constraint submissions_whole check ((delivered_at is null) = (delivered_title is null)),
  constraint submissions_late check (not is_late or delivered_at is not null),
  constraint submissions_withdrawn check ((state = 'withdrawn') = (withdrawn_at is not null))
);
create index submissions_of_call on submissions (call_id, state, created_at, id);
create index submissions_of_person on submissions (person_id, created_at desc);
create index submissions_drafts on submissions (call_id) where state = 'draft' and reminded_at is null;

-- The bytes lie among the files of the installation. An answer names the file by its id.
create table submission_files (
  id uuid primary key,
  submission_id uuid not null constraint submission_files_submission references submissions,
  question text not null,
  name text not null,
  bytes integer not null,
  file_key text not null,
  added_at timestamptz not null,
  constraint submission_files_bytes check (bytes > 0)
);
create index submission_files_of_submission on submission_files (submission_id, question);
