-- Figures over millions of registrations and guest days are answered from counts that are kept, and are the same as counted anew.

-- How many came to an event that is over, by the company they came for (zeros: for none). The row without a company is always there and
-- says by which counting; an event with no rows was never counted.
create table event_counts (
  event_id uuid not null,
  organization_id uuid not null,
  counting_id uuid not null,
  registrations integer not null,
  places integer not null,
  came integer not null,
  constraint event_counts_once primary key (event_id, organization_id)
);

-- Whoever writes registrations or tickets of an event says so here, in the same transaction; who counts it takes what was said away.
create table event_uncounted (
  event_id uuid not null,
  id uuid not null,
  constraint event_uncounted_once primary key (event_id, id)
);

-- The days of the ledger by month, written together with it.
create table ledger_counts (
  network_id uuid not null,
  home_id uuid not null,
  host_id uuid not null,
  space_id uuid not null,
  month date not null,
  days integer not null,
  transactions integer not null,
  constraint ledger_counts_once primary key (network_id, home_id, host_id, space_id, month),
  constraint ledger_counts_month check (month = date_trunc('month', month)::date)
);
insert into ledger_counts (network_id, home_id, host_id, space_id, month, days, transactions)
select network_id, home_id, host_id, space_id, date_trunc('month', day)::date, sum(days), count(*) from ledger_transactions group by 1, 2, 3, 4, 5
on conflict do nothing;

-- Figures that cannot be added up from day to day (people counted once), as they were when counted from the events of this fingerprint.
create table kept_figures (
  metric_id text not null,
  organization_id uuid not null,
  from_day date not null,
  to_day date not null,
  version integer not null,
  fingerprint text not null,
  cells jsonb not null,
  constraint kept_figures_once primary key (metric_id, organization_id, from_day, to_day)
);
