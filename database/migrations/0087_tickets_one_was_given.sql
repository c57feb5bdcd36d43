-- Whoever was given a ticket finds it among their own events, by the address that is proven to be theirs.
create index tickets_holder on tickets (holder_email) where holder_email is not null;
