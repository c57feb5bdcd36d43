-- A line of the checklist that was unticked keeps its row: what was ticked before that and is sent later does not come back.
alter table duties_done add column is_done boolean not null default true;
