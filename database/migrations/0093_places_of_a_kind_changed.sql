-- The places a kind of ticket takes of can be changed while people register for it.

-- Counted up when a kind begins or stops to take of it: who was decided by what it was before is decided anew.
alter table event_quotas add column drawn_version integer not null default 0;
