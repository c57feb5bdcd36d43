-- Giving a place back late may cost a share of its price, and an event may be one to be let into: whoever runs it answers within a
-- time, and the place is kept meanwhile.
alter table events
  -- free until so many days before it begins; nothing: free until the event
  add column free_cancel_days integer,
  add column late_cancel_percent integer not null default 0,
  add column needs_approval boolean not null default false,
  add column approval_hours integer not null default 72;
alter table events add constraint events_free_cancel check (free_cancel_days between 0 and 365);
alter table events add constraint events_late_cancel check (late_cancel_percent between 0 and 100);
alter table events add constraint events_approval_hours check (approval_hours between 1 and 720);

alter table registrations
  -- as it was when the price was told
  add column vat_percent integer not null default 0,
  -- since when whoever runs the event has been asked, and when they said yes
  add column asked_at timestamptz,
  add column approved_at timestamptz,
  add column ending_reason text;
alter table registrations add constraint registrations_vat check (vat_percent in (0, 12, 15, 25));
alter table registrations drop constraint registrations_ending;
alter table registrations add constraint registrations_ending check (ending in
  ('cancelled', 'left_list', 'expired', 'offer_lapsed', 'unanswered', 'refused', 'event_cancelled'));

alter table event_charges drop constraint event_charges_kind;
alter table event_charges add constraint event_charges_kind check (kind in ('registration', 'reversal', 'late_cancel'));
