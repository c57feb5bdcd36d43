-- An event has a programme: sessions with a time, a track, a room and those who speak. What a door of a session sees is counted for it.
create table event_sessions (
  event_id uuid not null,
  id uuid not null,
  titles jsonb not null,
  descriptions jsonb not null default '{}',
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  -- what goes on side by side has tracks; a session for all has none
  track text,
  -- in words, or a room of the house
  room text,
  resource_id uuid,
  language text,
  most_people integer,
  version integer not null default 1,
  created_at timestamptz not null,
  constraint event_sessions_once primary key (event_id, id),
  constraint event_sessions_times check (starts_at < ends_at),
  constraint event_sessions_one_room check (room is null or resource_id is null),
  constraint event_sessions_most_people check (most_people between 1 and 100000)
);
alter table event_sessions add constraint event_sessions_event foreign key (event_id) references events;
alter table event_sessions add constraint event_sessions_resource foreign key (resource_id) references resources;
-- asked when a statement is done: moving a day moves all its sessions at once
alter table event_sessions add constraint event_sessions_room_is_free exclude using gist
  (event_id with =, coalesce(resource_id::text, lower(room)) with =, tstzrange(starts_at, ends_at) with &&) deferrable initially immediate;

-- Somebody of the network, or a name; what they are called there is written for the session.
create table session_speakers (
  event_id uuid not null,
  session_id uuid not null,
  place_in_order integer not null,
  person_id uuid,
  name text,
  title text,
  organization text,
  constraint session_speakers_once primary key (event_id, session_id, place_in_order),
  constraint session_speakers_named check ((person_id is null) <> (name is null))
);
alter table session_speakers add constraint session_speakers_session foreign key (event_id, session_id) references event_sessions on delete cascade;
alter table session_speakers add constraint session_speakers_person foreign key (person_id) references people;
create index session_speakers_person on session_speakers (person_id);

-- A ticket somebody went into a session on, once, with the scan that was first.
create table session_attendances (
  event_id uuid not null,
  session_id uuid not null,
  ticket_id uuid not null,
  nonce uuid not null,
  scanned_at timestamptz not null,
  received_at timestamptz not null,
  door text,
  scanned_by uuid,
  constraint session_attendances_once primary key (event_id, session_id, ticket_id)
);
alter table session_attendances add constraint session_attendances_session foreign key (event_id, session_id) references event_sessions;
