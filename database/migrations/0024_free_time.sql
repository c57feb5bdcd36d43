-- Rooms are searched for across houses: what a hall is made of is found without looking through every room there is.
create index resources_parts on resources (part_of) where part_of is not null;

-- Calendars of other programs follow a person's bookings, a room or a house by a secret address. Only its hash is kept, so it is
-- shown once; making it anew shuts the old one. One with what the times are about, one that only says when it is taken.
create table calendar_feeds (
  id uuid primary key,
  person_id uuid constraint calendar_feeds_person references people,
  resource_id uuid constraint calendar_feeds_resource references resources,
  space_id uuid constraint calendar_feeds_space references spaces,
  shows text not null,
  secret_hash bytea not null,
  created_at timestamptz not null,
  created_by uuid,
  constraint calendar_feeds_one_subject check (num_nonnulls(person_id, resource_id, space_id) = 1),
  constraint calendar_feeds_shows check (shows in ('everything', 'free_busy')),
  constraint calendar_feeds_secret unique (secret_hash),
  constraint calendar_feeds_once unique nulls not distinct (person_id, resource_id, space_id, shows)
);
