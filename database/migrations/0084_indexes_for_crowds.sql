-- Whether a house takes part is asked for each house of a search; the key begins with the agreement.
create index agreement_acceptances_of_space on agreement_acceptances (space_id);

-- A plan made while there were next to no registrations took this one for as good a way to one row as the key, and then walked through
-- the whole event for each new ticket. Beginning with the state it is never that.
drop index registrations_list;
create index registrations_list on registrations (state, event_id, registered_at, id);
