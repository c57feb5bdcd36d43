-- A vote is a ticket's, and there is none without one.
alter table audience_votes add constraint audience_votes_ticket foreign key (event_id, ticket_id) references tickets;
