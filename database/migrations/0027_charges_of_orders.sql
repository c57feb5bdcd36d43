-- An order that has been collected is owed for, like a booking that is over.
alter table charges add column order_id uuid;
alter table charges drop constraint charges_kind;
alter table charges add constraint charges_kind check (kind in ('period', 'pack', 'booking', 'late_cancellation', 'no_show', 'order', 'reversal'));
alter table charges drop constraint charges_cause;
alter table charges add constraint charges_cause check (num_nonnulls(subscription_id, booking_id, order_id) = 1 and (subscription_id is null) = (period_from is null));
create unique index charges_one_for_an_order on charges (space_id, order_id) where kind = 'order';
