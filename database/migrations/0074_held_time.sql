-- Whoever looks for a free room is answered sooner: what is taken may be only held, and that is looked up among what is held, not among all bookings there ever were.
create index bookings_held on bookings (space_id, id) include (held_until) where state = 'held';
