-- A report stands figures of a period beside those of the period before, with words around them. Published, it is frozen with its rows.
create table reports (
  id uuid primary key,
  organization_id uuid not null constraint reports_organization references organizations,
  slug text not null constraint reports_slug unique,
  titles jsonb not null,
  leads jsonb not null default '{}',
  from_day date not null,
  to_day date not null,
  -- the day whose municipalities and counties places are counted under
  borders date not null,
  -- what it is made of, from the top
  parts jsonb not null,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid,
  published_at timestamptz,
  published_by uuid,
  -- its figures as they were, and the checksum of them and its words
  frozen jsonb,
  checksum text,
  constraint reports_period check (from_day < to_day),
  constraint reports_frozen_whole check (num_nulls(published_at, frozen, checksum) in (0, 3)),
  constraint reports_checksum check (checksum ~ '^[0-9a-f]{64}$')
);
create index reports_organization on reports (organization_id, from_day desc);

-- The rows a published figure was counted from. The names of people are not kept.
create table report_rows (
  report_id uuid not null constraint report_rows_report references reports,
  metric_id text not null,
  number integer not null,
  label text,
  path text,
  organization_id uuid,
  municipality_number text,
  day date not null,
  amount double precision,
  of_amount double precision,
  source text not null,
  -- the organizations whose managers and coordinators may see it; null for a row anybody may see
  seen_by uuid[],
  constraint report_rows_once primary key (report_id, metric_id, number)
);
