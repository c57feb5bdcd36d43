-- A jury reads what was delivered, in phases: each with criteria of its own, which stand still from when the phase opens. A juror says
-- whether there is a conflict of interest before giving a score; scores are sealed until the phase closes.
create table call_jurors (
  call_id uuid not null constraint call_jurors_call references calls,
  person_id uuid not null constraint call_jurors_person references people,
  added_at timestamptz not null,
  added_by uuid,
  constraint call_jurors_once primary key (call_id, person_id)
);
create index call_jurors_of_person on call_jurors (person_id);

create table call_phases (
  call_id uuid not null constraint call_phases_call references calls,
  number integer not null,
  names jsonb not null,
  opened_at timestamptz,
  closed_at timestamptz,
  constraint call_phases_once primary key (call_id, number),
  constraint call_phases_number check (number between 1 and 9),
  constraint call_phases_order check (closed_at is null or opened_at <= closed_at)
);
-- one phase at a time
create unique index call_phases_one_open on call_phases (call_id) where opened_at is not null and closed_at is null;

create table call_criteria (
  id uuid primary key,
  call_id uuid not null,
  phase integer not null,
  place_in_order integer not null,
  names jsonb not null,
  -- what one looks for
  descriptions jsonb not null default '{}',
  weight integer not null,
  least integer not null,
  most integer not null,
  constraint call_criteria_phase foreign key (call_id, phase) references call_phases,
  constraint call_criteria_weight check (weight between 1 and 100),
  constraint call_criteria_scale check (least >= 0 and least < most and most <= 100),
  -- a score points to the criterion with its scale and weight, which therefore cannot be changed under it
  constraint call_criteria_as_scored unique (id, call_id, phase, weight, least, most)
);
create index call_criteria_of_phase on call_criteria (call_id, phase, place_in_order);

-- What a juror is to judge in a phase, and has said of it as a whole.
create table reviews (
  call_id uuid not null,
  phase integer not null,
  submission_id uuid not null constraint reviews_submission references submissions,
  juror_id uuid not null constraint reviews_juror references people,
  assigned_at timestamptz not null,
  -- null until it is declared
  conflict text,
  conflict_reason text,
  declared_at timestamptz,
  comment text,
  -- delivered: counted when the phase closes
  delivered_at timestamptz,
  version integer not null default 1,
  constraint reviews_once primary key (call_id, phase, submission_id, juror_id),
  constraint reviews_phase foreign key (call_id, phase) references call_phases,
  constraint reviews_conflict check (conflict in ('none', 'conflict')),
  constraint reviews_declared check ((conflict is null) = (declared_at is null)),
  constraint reviews_reason check (conflict = 'conflict' or conflict_reason is null),
  constraint reviews_delivered check (delivered_at is null or conflict = 'none'),
  constraint reviews_without_conflict unique (call_id, phase, submission_id, juror_id, conflict)
);
create index reviews_of_juror on reviews (juror_id, call_id);
create index reviews_of_submission on reviews (submission_id, phase);

-- A score there is none of is a row there is none of: missing, and never zero. The last key holds it to a review whose juror has said
-- that there is no conflict: without that no score can be written, and while there is one, none can be said.
create table review_scores (
  call_id uuid not null,
  phase integer not null,
  submission_id uuid not null,
  juror_id uuid not null,
  criterion_id uuid not null,
  weight integer not null,
  least integer not null,
  most integer not null,
  score integer not null,
  conflict text not null default 'none',
  given_at timestamptz not null,
  constraint review_scores_once primary key (call_id, phase, submission_id, juror_id, criterion_id),
  constraint review_scores_on_scale check (score between least and most),
  constraint review_scores_not_recused check (conflict = 'none'),
  constraint review_scores_criterion foreign key (criterion_id, call_id, phase, weight, least, most)
    references call_criteria (id, call_id, phase, weight, least, most),
  constraint review_scores_declared foreign key (call_id, phase, submission_id, juror_id, conflict)
    references reviews (call_id, phase, submission_id, juror_id, conflict)
);

-- What was said before: the scores and the declaration as they stood after each change. Nothing of it is ever changed.
create table review_changes (
  call_id uuid not null,
  phase integer not null,
  submission_id uuid not null,
  juror_id uuid not null,
  -- of the review, after the change
  version integer not null,
  changed_at timestamptz not null,
  conflict text,
  scores jsonb not null,
  is_delivered boolean not null,
  constraint review_changes_once primary key (call_id, phase, submission_id, juror_id, version),
  constraint review_changes_review foreign key (call_id, phase, submission_id, juror_id) references reviews
);
create index review_changes_of_submission on review_changes (submission_id);

-- What became of a submission. A decision is changed by another; the applicant knows it when it was told.
create table call_decisions (
  submission_id uuid not null constraint call_decisions_submission references submissions,
  number integer not null,
  call_id uuid not null constraint call_decisions_call references calls,
  outcome text not null,
  -- to the applicant, in the letter
  reason text,
  decided_at timestamptz not null,
  decided_by uuid,
  told_at timestamptz,
  constraint call_decisions_once primary key (submission_id, number),
  constraint call_decisions_outcome check (outcome in ('shortlisted', 'awarded', 'reserve', 'declined'))
);
create index call_decisions_of_call on call_decisions (call_id);

-- The audience of an event votes between submissions. One vote for each ticket somebody came in on, kept apart from the jury's scores.
alter table calls
  add column ballot uuid[] not null default '{}',
  add column vote_opened_at timestamptz,
  add column vote_closed_at timestamptz;
alter table calls add constraint calls_vote check (vote_closed_at is null or vote_opened_at <= vote_closed_at);
alter table calls add constraint calls_vote_at_event check (vote_opened_at is null or event_id is not null);

create table audience_votes (
  event_id uuid not null constraint audience_votes_event references events,
  call_id uuid not null,
  ticket_id uuid not null,
  submission_id uuid not null,
  voted_at timestamptz not null,
  constraint audience_votes_once primary key (event_id, call_id, ticket_id)
);
