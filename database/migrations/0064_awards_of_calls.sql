-- What was granted in a call becomes an award of a project on the other side: once.
alter table fundings add column submission_id uuid;
alter table fundings add constraint fundings_submission foreign key (submission_id) references submissions;
create unique index fundings_submission_once on fundings (submission_id) where submission_id is not null;
