-- One place of a registration is given back while the others stay: what is owed for it no longer, and what giving it back late costs, is
-- said of that place.
alter table event_charges add column ticket_id uuid;
drop index event_charges_registration_once;
create unique index event_charges_once_each on event_charges (event_id, registration_id, kind, coalesce(ticket_id, '00000000-0000-0000-0000-000000000000'));
