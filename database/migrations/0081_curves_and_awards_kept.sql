-- A published report keeps the startups behind its survival curves, as it keeps the rows behind its figures.
create table report_curve_rows (
  report_id uuid not null constraint report_curve_rows_report references reports,
  -- the curve, by its place among those of the report
  curve integer not null,
  number integer not null,
  label text not null,
  path text not null,
  organization_id uuid,
  intake_on date not null,
  entry_years double precision not null,
  exit_years double precision not null,
  is_end boolean not null,
  outcome text not null,
  -- the organizations whose managers and coordinators may see it
  seen_by uuid[] not null,
  constraint report_curve_rows_once primary key (report_id, curve, number)
);

-- What a funder has decided can change after the award, with a reason and whether the funder has agreed. What it was stays.
create table funding_changes (
  id uuid primary key,
  funding_id uuid not null constraint funding_changes_funding references fundings,
  reason text not null,
  -- the day the funder agreed; null: it was not asked
  agreed_on date,
  agreed_reference text,
  before jsonb not null,
  after jsonb not null,
  changed_at timestamptz not null,
  changed_by uuid
);
create index funding_changes_funding on funding_changes (funding_id, changed_at);
