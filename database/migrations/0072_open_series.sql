-- A series may go on until somebody ends it: what has come within the horizon of its room is booked every night. open_until is how far it
-- is booked or tried; null when the series has an end, or was ended. The first time gives the day and the clock of those that follow.
alter table booking_series add column first_starts_at timestamptz;
alter table booking_series add column first_ends_at timestamptz;
alter table booking_series add column open_until timestamptz;
alter table booking_series add constraint booking_series_open check (open_until is null or first_starts_at < first_ends_at);
create index booking_series_open_until on booking_series (open_until) where open_until is not null;
