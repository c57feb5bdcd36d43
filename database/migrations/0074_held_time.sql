-- Whoever looks for a free room is answered sooner: what is taken may be only held, and that is looked up among what is held, not among all bookings there ever were.
create index bookings_held on bookings (space_id, id) include (held_until) where state = 'held';

-- And the day of a house is shown as soon after years of bookings as on the first: only what lasts for more than two days can have begun long before.
create index bookings_long on bookings (space_id, ends_at) where state <> 'cancelled' and ends_at - starts_at > interval '48 hours';
