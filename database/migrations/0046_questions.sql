-- An event asks those who register: what they eat, which day, and what they agree to. Answers to personal questions are kept for a
-- time after the event and then erased; how many chose what stays.
alter table events add column answers_kept_days integer not null default 30;
alter table events add constraint events_answers_kept check (answers_kept_days between 0 and 730);

-- A question stays as it was asked: a consent with another wording is another version, and a question that is asked no longer has an end.
create table event_questions (
  id uuid primary key,
  event_id uuid not null constraint event_questions_event references events,
  key text not null,
  version integer not null default 1,
  place_in_order integer not null,
  kind text not null,
  labels jsonb not null,
  -- what helps to answer; of a consent what one agrees to
  texts jsonb not null default '{}',
  options text[] not null default '{}',
  is_required boolean not null default false,
  is_personal boolean not null default true,
  -- asked of each place, and not once of the whole registration
  is_of_place boolean not null default false,
  ended_at timestamptz,
  constraint event_questions_version unique (event_id, key, version),
  constraint event_questions_kind check (kind in ('text', 'choice', 'several', 'number', 'yes_no', 'consent')),
  constraint event_questions_options check ((kind in ('choice', 'several')) = (cardinality(options) > 0))
);
create unique index event_questions_asked on event_questions (event_id, key) where ended_at is null;

-- `about_id` is the registration, for what is asked once and for its first place, or the ticket of another place.
create table registration_answers (
  event_id uuid not null,
  registration_id uuid not null,
  about_id uuid not null,
  question_id uuid not null constraint registration_answers_question references event_questions,
  value jsonb not null,
  answered_at timestamptz not null,
  answered_by uuid,
  constraint registration_answers_once primary key (event_id, about_id, question_id)
);
create index registration_answers_registration on registration_answers (event_id, registration_id);

-- What is left of answers that were erased: how many answered, and how many chose what.
create table event_answer_counts (
  event_id uuid not null,
  question_id uuid not null constraint event_answer_counts_question references event_questions,
  -- empty for how many answered
  choice text not null,
  answers integer not null,
  constraint event_answer_counts_once primary key (event_id, question_id, choice),
  constraint event_answer_counts_some check (answers > 0)
);
