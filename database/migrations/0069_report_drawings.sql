-- A report shows the survival curve and the targets of programs. Published, they are kept as they stood, beside its figures.
alter table reports add column frozen_drawings jsonb;
