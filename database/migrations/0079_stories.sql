-- A report tells stories with photos. Whoever is shown or quoted is asked first, and can take the yes back: the story then leaves every report.
create table stories (
  id uuid primary key,
  organization_id uuid not null constraint stories_organization references organizations,
  titles jsonb not null,
  texts jsonb not null default '{}',
  photo_id uuid,
  photo_width integer,
  photo_height integer,
  -- what the photo shows, for those who do not see it
  photo_texts jsonb not null default '{}',
  -- somebody has said that nobody can be recognized and nobody is quoted
  shows_nobody boolean not null default false,
  -- rises with every change of words or photo: a yes was said to one of them
  content_version integer not null default 1,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid,
  constraint stories_whole_photo check (num_nulls(photo_id, photo_width, photo_height) in (0, 3))
);
create index stories_organization on stories (organization_id, id desc);

create table story_people (
  id uuid primary key,
  story_id uuid not null constraint story_people_story references stories on delete cascade,
  name text not null,
  -- null when the person has been erased
  email text,
  appearance text not null constraint story_people_appearance check (appearance in ('shown', 'quoted', 'both')),
  named_at timestamptz not null,
  asked_at timestamptz,
  asked_by uuid,
  -- not in the story any more; what was published with them can still be taken back
  taken_off_at timestamptz
);
create index story_people_story on story_people (story_id);
create index story_people_email on story_people (lower(email));

create table story_answers (
  id uuid primary key,
  story_person_id uuid not null constraint story_answers_person references story_people on delete cascade,
  answer text not null constraint story_answers_answer check (answer in ('given', 'declined', 'withdrawn')),
  -- the words and photo they had before them
  content_version integer not null,
  answered_at timestamptz not null
);
create index story_answers_person on story_answers (story_person_id, answered_at);

-- The stories of a published report as they were. One that was taken out leaves its checksum, and the day.
alter table reports add column frozen_stories jsonb;
