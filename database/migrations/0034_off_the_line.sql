-- Somebody at the desk may take a person off a waiting list, and says why: the person reads it, and so does whoever asks later.
alter table booking_waits add column left_by uuid;
alter table booking_waits add column left_because text;
