-- A host may set out one more seat for a guest who waits at the door: so many more than the terms open, on this day.
alter table guest_days add column seats_added integer not null default 0;
alter table guest_days add constraint guest_days_seats_added check (seats_added >= 0);
