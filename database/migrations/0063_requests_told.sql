-- Those who run an event are written to about who asks to come: gathered in one letter, and again when there is something new to answer.
alter table events add column requests_told_at timestamptz;
-- when those who run it were written to about this one
alter table registrations add column request_told_at timestamptz;
