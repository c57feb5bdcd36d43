-- A ticket two doors let somebody in on is settled by those who receive: which of the scans stands, and what the other one was. What was
-- scanned is not changed; a settlement is an entry beside it, and a later one counts before an earlier.
create table ticket_settlements (
  event_id uuid not null,
  id uuid not null,
  ticket_id uuid not null,
  -- the scan that stands, by its nonce
  stands uuid not null,
  settled_as text not null,
  note text,
  settled_at timestamptz not null,
  settled_by uuid,
  constraint ticket_settlements_once primary key (event_id, id),
  constraint ticket_settlements_as check (settled_as in ('same_person', 'someone_else', 'mistake'))
);
create index ticket_settlements_ticket on ticket_settlements (event_id, ticket_id, settled_at);
