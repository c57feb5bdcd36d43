-- A figure over thousands of events is added up from one row of each, also where many companies came.

-- How many came to an event that is over, and by which counting; one without a row was never counted. What was counted until now had no
-- such row, and is counted once more when it is asked for.
create table event_totals (
  event_id uuid not null,
  counting_id uuid not null,
  registrations integer not null,
  places integer not null,
  came integer not null,
  constraint event_totals_once primary key (event_id)
);

-- which company they came for; zeros: for none
alter table event_counts drop column counting_id;

-- the events of a year are found by the day they are held on, and how many they are is known to who plans it
create index events_day on events (((starts_at at time zone time_zone)::date));
analyze events;
