-- Spreadsheets can be brought in: what a dry run said row by row, what was then done, and how columns were matched last time.
create table import_runs (
  id uuid primary key,
  kind text not null,
  organization_id uuid not null,
  -- empty when it was started from the command line
  started_by uuid,
  file_name text not null,
  file_key text not null,
  header jsonb not null,
  mapping jsonb not null,
  state text not null,
  choice text,
  rows_total integer not null,
  rows_done integer not null default 0,
  created_count integer not null default 0,
  changed_count integer not null default 0,
  same_count integer not null default 0,
  refused_count integer not null default 0,
  created_at timestamptz not null,
  finished_at timestamptz,
  constraint import_runs_state check (state in ('uploaded', 'checking', 'checked', 'importing', 'imported', 'failed')),
  constraint import_runs_choice check (choice in ('all', 'good'))
);
create index import_runs_latest on import_runs (organization_id, id desc);
create index import_runs_age on import_runs (created_at);

-- The cells of a refused row are kept, so that those who sent it can correct them and send only those again.
create table import_rows (
  run_id uuid not null constraint import_rows_run references import_runs on delete cascade,
  row_number integer not null,
  outcome text not null,
  label text not null,
  reasons jsonb not null default '[]',
  changes jsonb not null default '[]',
  cells jsonb not null default '[]',
  constraint import_rows_once primary key (run_id, row_number),
  constraint import_rows_outcome check (outcome in ('create', 'change', 'same', 'refuse'))
);
create index import_rows_by_outcome on import_rows (run_id, outcome, row_number);

create table import_mappings (
  organization_id uuid not null,
  kind text not null,
  header_hash text not null,
  mapping jsonb not null,
  used_at timestamptz not null,
  constraint import_mappings_once primary key (organization_id, kind, header_hash)
);
