-- People and companies that are counted once over a year are counted from what each event brings: one event that has changed does not make
-- all the others be counted anew.

-- The events of an organization that were taken in, as they were then: what is taken out again when one of them has changed.
create table counted_events (
  organization_id uuid not null,
  event_id uuid not null,
  -- of when it was taken in: the old one and the new one stand side by side until what differs is reckoned
  id uuid not null,
  month date not null,
  is_of_festival boolean not null,
  counting_id uuid not null,
  person_ids uuid[] not null,
  company_ids uuid[] not null,
  constraint counted_events_once primary key (organization_id, event_id, id),
  constraint counted_events_month check (month = date_trunc('month', month)::date)
);
create index counted_events_months on counted_events (organization_id, month);

-- Who is counted once over the events of an organization in a year, and in how many of them in each of its twelve months.
create table counted_once (
  organization_id uuid not null,
  kind text not null,
  year integer not null,
  who_id uuid not null,
  events integer[] not null,
  constraint counted_once_once primary key (organization_id, kind, year, who_id),
  constraint counted_once_kind check (kind in ('person', 'festival_person', 'company')),
  constraint counted_once_months check (cardinality(events) = 12)
) with (fillfactor = 80);
create index counted_once_who on counted_once (who_id);

-- How many they are, by the first month of the year they came in, and how many of them came to several events.
create table counted_once_sums (
  organization_id uuid not null,
  kind text not null,
  month date not null,
  n integer not null,
  of_several integer not null,
  constraint counted_once_sums_once primary key (organization_id, kind, month),
  constraint counted_once_sums_month check (month = date_trunc('month', month)::date)
);
