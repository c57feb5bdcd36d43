-- Incubators and accelerators keep what became of the startups they helped: when each came in, what is known of it since, and how it ended.
-- Survival, jobs and targets are counted from these rows.
create table programs (
  id uuid primary key,
  slug text not null constraint programs_slug unique,
  organization_id uuid not null constraint programs_organization references organizations,
  names jsonb not null,
  kind text not null,
  -- the municipalities whose jobs count as inside the region, under the borders of a day
  region_name text,
  region_municipalities text[] not null default '{}',
  region_recorded_on date,
  version integer not null default 1,
  created_at timestamptz not null,
  constraint programs_kind check (kind in ('incubator', 'accelerator', 'project_lab')),
  constraint programs_slug_form check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
  constraint programs_region check ((region_recorded_on is null) = (region_municipalities = '{}'))
);
create index programs_organization on programs (organization_id);

-- Those who came in within a time: a startup is in the cohort its intake falls in.
create table program_cohorts (
  id uuid primary key,
  program_id uuid not null constraint program_cohorts_program references programs,
  name text not null,
  intake daterange not null,
  created_at timestamptz not null,
  constraint program_cohorts_name unique (program_id, name),
  constraint program_cohorts_not_empty check (not isempty(intake) and not lower_inf(intake) and not upper_inf(intake)),
  constraint program_cohorts_no_overlap exclude using gist (program_id with =, intake with &&)
);

-- A startup in a program, once. How it ended is known with its day; of one that still runs, until when that is known.
create table enrollments (
  id uuid primary key,
  program_id uuid not null constraint enrollments_program references programs,
  organization_id uuid not null constraint enrollments_startup references organizations,
  legal_form text,
  intake_on date not null,
  adviser_id uuid constraint enrollments_adviser references people,
  baseline_fte double precision,
  baseline_heads integer,
  baseline_turnover_kroner bigint,
  exit_on date,
  exit_type text not null default 'active',
  last_evidence_on date,
  -- when the founder was last asked for the yearly observation
  reminded_on date,
  version integer not null default 1,
  created_at timestamptz not null,
  constraint enrollments_once unique (program_id, organization_id),
  constraint enrollments_exit_type check (exit_type in
    ('active', 'graduated', 'moved', 'dormant', 'bankrupt', 'dissolved', 'merged', 'acquired', 'unknown')),
  constraint enrollments_order check (exit_on >= intake_on and last_evidence_on >= intake_on),
  constraint enrollments_end_has_a_day check (exit_on is not null or exit_type in ('active', 'unknown', 'moved', 'graduated')),
  constraint enrollments_baseline check (baseline_fte >= 0 and baseline_heads >= 0 and baseline_turnover_kroner >= 0)
);
create index enrollments_startup on enrollments (organization_id);
create index enrollments_adviser on enrollments (adviser_id) where adviser_id is not null;

-- What was known of a startup on a day. Jobs are intervals: the register hides headcounts below five, and that is not none.
create table observations (
  id uuid primary key,
  enrollment_id uuid not null constraint observations_enrollment references enrollments,
  observed_on date not null,
  fte_least double precision,
  fte_most double precision,
  heads_least integer,
  heads_most integer,
  turnover_kroner bigint,
  capital_raised_kroner bigint,
  source text not null,
  status text not null,
  written_at timestamptz not null,
  written_by uuid,
  constraint observations_once unique (enrollment_id, observed_on, source),
  constraint observations_source check (source in ('self', 'register', 'adviser')),
  constraint observations_status check (status in ('active', 'moved', 'dormant', 'bankrupt', 'dissolved', 'merged', 'acquired', 'unknown')),
  constraint observations_fte check ((fte_least is null) = (fte_most is null) and fte_least >= 0 and fte_most >= fte_least),
  constraint observations_heads check ((heads_least is null) = (heads_most is null) and heads_least >= 0 and heads_most >= heads_least),
  constraint observations_money check (turnover_kroner >= 0 and capital_raised_kroner >= 0)
);

create table enrollment_milestones (
  id uuid primary key,
  enrollment_id uuid not null constraint enrollment_milestones_enrollment references enrollments,
  title text not null,
  due_on date,
  reached_on date,
  -- what proves it, in words or as an address
  evidence text,
  written_at timestamptz not null,
  written_by uuid,
  constraint enrollment_milestones_evidence check (reached_on is null or evidence is not null)
);
create index enrollment_milestones_of on enrollment_milestones (enrollment_id);

-- An adviser's notes are for those who run the program, until one is shared with the founder.
create table enrollment_notes (
  id uuid primary key,
  enrollment_id uuid not null constraint enrollment_notes_enrollment references enrollments,
  text text not null,
  is_shared boolean not null default false,
  written_at timestamptz not null,
  written_by uuid
);
create index enrollment_notes_of on enrollment_notes (enrollment_id, written_at);

-- What a program is to reach in a time: so many jobs more, so many taken in.
create table program_targets (
  id uuid primary key,
  program_id uuid not null constraint program_targets_program references programs,
  names jsonb not null,
  measure text not null,
  amount integer not null,
  from_on date not null,
  until_on date not null,
  created_at timestamptz not null,
  withdrawn_at timestamptz,
  constraint program_targets_measure check (measure in ('heads', 'fte', 'intakes')),
  constraint program_targets_amount check (amount > 0),
  constraint program_targets_time check (from_on < until_on)
);
create index program_targets_program on program_targets (program_id);
