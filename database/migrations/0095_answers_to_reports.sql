-- A funder that is here answers the reports sent to it: it accepts one, or asks for more with a remark and a day. What was sent is kept
-- with the answer, and the report is open again to whoever wrote it.
create table report_pack_answers (
  id uuid primary key,
  pack_id uuid not null constraint report_pack_answers_pack references report_packs,
  kind text not null,
  remark text,
  -- by when what is asked for is to be with the funder
  due_on date,
  -- the report as it was answered
  sent_at timestamptz not null,
  narrative text not null,
  frozen jsonb not null,
  answered_at timestamptz not null,
  answered_by uuid,
  constraint report_pack_answers_kind check (kind in ('accepted', 'returned')),
  constraint report_pack_answers_asks check (kind = 'accepted' or num_nonnulls(remark, due_on) = 2)
);
create index report_pack_answers_of_pack on report_pack_answers (pack_id, answered_at);

-- A part of a grant that waits for a report to be accepted says so, and may be paid from that day on.
alter table tranches add column awaits text;
alter table tranches add column released_on date;
alter table tranches add constraint tranches_awaits check (awaits in ('report', 'final_report'));
update tranches set awaits = 'report' where condition in ('Ved delrapport', 'With the interim report');
update tranches set awaits = 'final_report' where condition in (
  'Når rapporten er godkjent', 'Når rapporten er godkjend', 'When the report is accepted',
  'Når sluttrapport og regnskap er godkjent', 'Når sluttrapport og rekneskap er godkjende', 'When the final report and accounts are accepted',
  'Når sluttrapporten er godkjent', 'Når sluttrapporten er godkjend', 'When the final report is accepted');
