-- A published report never changes. Where it was wrong, a corrected edition takes its place, and both say so, and why.
alter table reports add column corrects_id uuid;
alter table reports add column correction_reason text;
alter table reports add constraint reports_corrects foreign key (corrects_id) references reports;
alter table reports add constraint reports_corrected_once unique (corrects_id);
alter table reports add constraint reports_correction_reasoned check (num_nulls(corrects_id, correction_reason) in (0, 2));
