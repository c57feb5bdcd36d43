-- Tickets are scanned at the doors of an event; an event is changed, called off, reminded of and followed up.
alter table tickets
  add column checked_in_at timestamptz,
  add column left_at timestamptz,
  -- where whoever comes in another's place is written to
  add column holder_email text;
-- whose ticket has been used did not give it back
alter table tickets add constraint tickets_used_stay check (not is_cancelled or checked_in_at is null);
alter table tickets add constraint tickets_leaving check (left_at is null or checked_in_at is not null);

-- What the doors saw. A scan that was sent twice is one; one that lets in nobody new is kept, and not counted.
create table ticket_scans (
  event_id uuid not null,
  nonce uuid not null,
  ticket_id uuid not null,
  kind text not null,
  counted boolean not null,
  scanned_at timestamptz not null,
  received_at timestamptz not null,
  door text,
  scanned_by uuid,
  reason text,
  constraint ticket_scans_once primary key (event_id, nonce),
  constraint ticket_scans_kind check (kind in ('check_in', 'check_out', 'undo'))
);
create index ticket_scans_ticket on ticket_scans (event_id, ticket_id, scanned_at);

alter table events
  add column cancelled_at timestamptz,
  add column cancellation_reason text,
  -- when those who are coming were reminded, and when those who came and those who did not were written to
  add column reminded_at timestamptz,
  add column followed_up_at timestamptz;
