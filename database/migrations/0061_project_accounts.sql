-- Hours and expenses of a project: what it really cost, each with the line that pays for it. Nothing is changed or taken away; a
-- correction is a new row.
create table project_rates (
  id uuid primary key,
  project_id uuid not null constraint project_rates_project references projects,
  person_id uuid not null constraint project_rates_person references people,
  from_day date not null,
  -- either what somebody earns a year, from which the funder's rule makes a rate, or a rate that is agreed
  yearly_salary_ore bigint,
  rate_ore bigint,
  written_at timestamptz not null,
  written_by uuid,
  constraint project_rates_one check (num_nonnulls(yearly_salary_ore, rate_ore) = 1),
  constraint project_rates_amounts check (yearly_salary_ore > 0 or rate_ore > 0)
);
create index project_rates_person on project_rates (project_id, person_id, from_day, written_at);

create table project_hours (
  id uuid primary key,
  project_id uuid not null constraint project_hours_project references projects,
  line_id uuid not null constraint project_hours_line references budget_lines,
  financing_line_id uuid constraint project_hours_financing references budget_lines,
  person_id uuid not null constraint project_hours_person references people,
  day date not null,
  -- negative in a correction
  minutes integer not null,
  rate_ore bigint not null,
  -- the most the funder allows for an hour, as it was when the hours were written
  cap_ore bigint,
  amount_ore bigint not null,
  note text,
  written_at timestamptz not null,
  written_by uuid not null,
  approved_at timestamptz,
  approved_by uuid,
  constraint project_hours_minutes check (minutes between -1440 and 1440 and minutes <> 0),
  constraint project_hours_rate check (rate_ore > 0),
  constraint project_hours_within_cap check (rate_ore <= cap_ore),
  constraint project_hours_amount check (sign(amount_ore) in (sign(minutes), 0)),
  constraint project_hours_approved check ((approved_at is null) = (approved_by is null)),
  constraint project_hours_by_another check (approved_by <> written_by and approved_by <> person_id)
);
create index project_hours_week on project_hours (project_id, person_id, day);
create index project_hours_person on project_hours (person_id, day);

create table project_expenses (
  id uuid primary key,
  project_id uuid not null constraint project_expenses_project references projects,
  line_id uuid not null constraint project_expenses_line references budget_lines,
  financing_line_id uuid constraint project_expenses_financing references budget_lines,
  day date not null,
  text text not null,
  supplier text,
  -- negative in a correction
  amount_ore bigint not null,
  corrects_id uuid constraint project_expenses_corrects references project_expenses,
  reason text,
  written_at timestamptz not null,
  written_by uuid not null,
  constraint project_expenses_amount check (amount_ore between -100000000000 and 100000000000 and amount_ore <> 0),
  constraint project_expenses_correction check ((amount_ore < 0) = (corrects_id is not null) and (corrects_id is null) = (reason is null)),
  constraint project_expenses_corrected_once unique (corrects_id)
);
create index project_expenses_project on project_expenses (project_id, day desc, id desc);

-- Files of a project: receipts of expenses, what the auditor wrote, other attachments of a report.
create table project_files (
  id uuid primary key,
  project_id uuid not null constraint project_files_project references projects,
  kind text not null,
  expense_id uuid constraint project_files_expense references project_expenses,
  funding_id uuid constraint project_files_funding references fundings,
  name text not null,
  format text not null,
  bytes bigint not null,
  file_key text not null constraint project_files_key unique,
  added_at timestamptz not null,
  added_by uuid,
  constraint project_files_kind check (kind in ('receipt', 'auditor_statement', 'attachment')),
  constraint project_files_receipt check ((kind = 'receipt') = (expense_id is not null)),
  constraint project_files_of_funding check ((kind = 'receipt') = (funding_id is null))
);
create index project_files_project on project_files (project_id, added_at);

-- A report to a funder: the accounts of a period with words. Sent, it is frozen.
create table report_packs (
  id uuid primary key,
  funding_id uuid not null constraint report_packs_funding references fundings,
  number integer not null,
  from_day date not null,
  to_day date not null,
  narrative text not null default '',
  -- why a line came to another sum than planned, by line
  explanations jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid,
  sent_at timestamptz,
  sent_by uuid,
  frozen jsonb,
  accepted_on date,
  accepted_reference text,
  constraint report_packs_number unique (funding_id, number),
  constraint report_packs_period check (from_day <= to_day),
  constraint report_packs_sent check ((sent_at is null) = (frozen is null)),
  constraint report_packs_accepted check (accepted_on is null or sent_at is not null)
);
