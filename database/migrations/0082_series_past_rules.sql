-- A series without an end that those at the desk made past the rules goes on past them: why is kept with it, for each night that books it.
alter table booking_series add column override_reason text;
alter table booking_series add constraint booking_series_override_reason check (length(override_reason) between 1 and 500);
