-- Whether a house takes part is asked for each house of a search; the key begins with the agreement.
create index agreement_acceptances_of_space on agreement_acceptances (space_id);
