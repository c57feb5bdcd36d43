-- Those who came are asked three questions. That a ticket has answered stands apart from what was answered: nothing in one leads to the other.
create table event_surveys (
  event_id uuid not null,
  -- the third question, in each language; the usual one when there is none
  own_question jsonb not null default '{}',
  asked_at timestamptz not null,
  asked_by uuid
);
alter table event_surveys add constraint event_surveys_once primary key (event_id);
alter table event_surveys add constraint event_surveys_event foreign key (event_id) references events;

create table survey_marks (
  event_id uuid not null,
  ticket_id uuid not null
);
alter table survey_marks add constraint survey_marks_once primary key (event_id, ticket_id);

-- No time and no person, and an id of chance: what order they came in is not kept.
create table survey_answers (
  event_id uuid not null,
  id uuid not null,
  -- from 1, not at all, to 5, very much
  was_worth integer,
  would_recommend integer,
  words text
);
alter table survey_answers add constraint survey_answers_once primary key (event_id, id);
alter table survey_answers add constraint survey_answers_survey foreign key (event_id) references event_surveys;
alter table survey_answers add constraint survey_answers_scale
  check (was_worth between 1 and 5 and would_recommend between 1 and 5);
alter table survey_answers add constraint survey_answers_something
  check (was_worth is not null or would_recommend is not null or words is not null);
