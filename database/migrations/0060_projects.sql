-- An organization runs projects with partners and money from funders. A project's plan is its work packages and milestones; its
-- budget has costs and what pays for them, version by version, and is approved only when the two are equal.
create table projects (
  id uuid primary key,
  organization_id uuid not null constraint projects_organization references organizations,
  slug text not null constraint projects_slug unique,
  titles jsonb not null,
  descriptions jsonb not null default '{}',
  lead_person_id uuid constraint projects_lead references people,
  -- how much of a full position the lead has in it
  lead_percent integer,
  focus_areas text[] not null default '{}',
  from_day date not null,
  -- the last day of the project
  to_day date not null,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid,
  constraint projects_period check (from_day <= to_day),
  constraint projects_lead_percent check (lead_percent between 1 and 100)
);
create index projects_organization on projects (organization_id, from_day desc, id desc);

-- Who takes part: an organization here, or another by its name.
create table project_partners (
  project_id uuid not null constraint project_partners_project references projects,
  number integer not null,
  organization_id uuid constraint project_partners_organization references organizations,
  name text,
  role text,
  constraint project_partners_once primary key (project_id, number),
  constraint project_partners_one check (num_nonnulls(organization_id, name) = 1)
);

-- The events that are activities of the project, counted in its reports.
create table project_events (
  project_id uuid not null constraint project_events_project references projects,
  event_id uuid not null constraint project_events_event references events,
  constraint project_events_once primary key (project_id, event_id)
);

create table work_packages (
  id uuid primary key,
  project_id uuid not null constraint work_packages_project references projects,
  number integer not null,
  title text not null,
  summary text,
  constraint work_packages_number unique (project_id, number)
);

create table milestones (
  id uuid primary key,
  project_id uuid not null constraint milestones_project references projects,
  work_package_id uuid constraint milestones_work_package references work_packages,
  title text not null,
  planned_on date not null,
  forecast_on date,
  done_on date,
  -- what shows that it is done
  evidence text,
  constraint milestones_evidence check (done_on is null or evidence is not null)
);
create index milestones_project on milestones (project_id, planned_on);

-- What a funder has decided to give.
create table fundings (
  id uuid primary key,
  project_id uuid not null constraint fundings_project references projects,
  funder_id uuid constraint fundings_funder references organizations,
  funder_name text not null,
  decided_on date not null,
  reference text,
  amount_ore bigint not null,
  conditions text,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid,
  constraint fundings_amount check (amount_ore between 1 and 1000000000000)
);
create index fundings_project on fundings (project_id, decided_on);

-- What the funder asks for, one value a row, with where it stands and since when. A change is a new row; the last one counts.
create table funding_rules (
  id uuid primary key,
  funding_id uuid not null constraint funding_rules_funding references fundings,
  key text not null,
  -- null takes the rule away
  value bigint,
  source text not null,
  source_on date not null,
  written_at timestamptz not null,
  written_by uuid,
  constraint funding_rules_key check (key in ('support_percent', 'holdback_percent', 'report_months', 'attestation_ore', 'salary_per_10000', 'hour_cap_ore', 'hours_a_year', 'deviation_percent')),
  constraint funding_rules_value check (value >= 0)
);
create index funding_rules_funding on funding_rules (funding_id, key, written_at);

create table tranches (
  id uuid primary key,
  funding_id uuid not null constraint tranches_funding references fundings,
  number integer not null,
  amount_ore bigint not null,
  expected_on date,
  condition text,
  constraint tranches_number unique (funding_id, number),
  constraint tranches_amount check (amount_ore > 0)
);

-- Money that came. A correction is a new row with the opposite amount.
create table tranche_receipts (
  id uuid primary key,
  tranche_id uuid not null constraint tranche_receipts_tranche references tranches,
  received_on date not null,
  amount_ore bigint not null,
  corrects_id uuid constraint tranche_receipts_corrects references tranche_receipts,
  reason text,
  written_at timestamptz not null,
  written_by uuid,
  constraint tranche_receipts_amount check (amount_ore <> 0 and (amount_ore < 0) = (corrects_id is not null)),
  constraint tranche_receipts_reason check ((corrects_id is null) = (reason is null)),
  constraint tranche_receipts_corrected_once unique (corrects_id)
);
create index tranche_receipts_tranche on tranche_receipts (tranche_id);

-- What is to be with the funder, and when. Those responsible are reminded.
create table funding_deadlines (
  id uuid primary key,
  funding_id uuid not null constraint funding_deadlines_funding references fundings,
  kind text not null,
  due_on date not null,
  done_on date,
  constraint funding_deadlines_kind check (kind in ('report', 'accounts', 'payment_request', 'other')),
  constraint funding_deadlines_once unique (funding_id, kind, due_on)
);
create index funding_deadlines_open on funding_deadlines (due_on) where done_on is null;

-- A budget: the first version that is approved is the approved one, the last that is approved the revised one.
create table budgets (
  project_id uuid not null constraint budgets_project references projects,
  number integer not null,
  reason text,
  written_at timestamptz not null,
  written_by uuid,
  approved_at timestamptz,
  approved_by uuid,
  -- what its two sides came to, so that the database holds them to be equal when it is approved
  cost_ore bigint not null,
  financing_ore bigint not null,
  cost_in_kind_ore bigint not null,
  financing_in_kind_ore bigint not null,
  constraint budgets_once primary key (project_id, number),
  constraint budgets_balanced check (approved_at is null or (cost_ore = financing_ore and cost_in_kind_ore = financing_in_kind_ore and cost_ore > 0)),
  constraint budgets_reason check (number = 1 or reason is not null)
);

-- A line of costs or of financing. It keeps its identity through all versions of the budget.
create table budget_lines (
  id uuid primary key,
  project_id uuid not null constraint budget_lines_project references projects,
  side text not null,
  kind text not null,
  is_in_kind boolean not null,
  -- for financing: the grant it is
  funding_id uuid constraint budget_lines_funding references fundings,
  constraint budget_lines_side check (side in ('cost', 'financing')),
  constraint budget_lines_kind check ((side = 'cost' and kind in ('hours', 'purchase', 'travel', 'other')) or (side = 'financing' and kind in ('grant', 'own', 'fee', 'partner', 'other'))),
  constraint budget_lines_grant check (funding_id is null or (kind = 'grant' and not is_in_kind))
);
create index budget_lines_project on budget_lines (project_id);

create table budget_amounts (
  project_id uuid not null,
  number integer not null,
  line_id uuid not null constraint budget_amounts_line references budget_lines,
  place integer not null,
  text text not null,
  amount_ore bigint not null,
  -- for a cost: the line that pays for it unless an entry says otherwise
  financed_by_id uuid constraint budget_amounts_financed_by references budget_lines,
  constraint budget_amounts_once primary key (project_id, number, line_id),
  constraint budget_amounts_budget foreign key (project_id, number) references budgets on delete cascade,
  constraint budget_amounts_amount check (amount_ore between 0 and 1000000000000)
);

-- What a line is believed to come to in the end. The last one counts.
create table budget_forecasts (
  id uuid primary key,
  line_id uuid not null constraint budget_forecasts_line references budget_lines,
  amount_ore bigint not null,
  written_at timestamptz not null,
  written_by uuid,
  constraint budget_forecasts_amount check (amount_ore >= 0)
);
create index budget_forecasts_line on budget_forecasts (line_id, written_at);
