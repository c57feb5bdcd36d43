-- A report shows the survival curve and the targets of programs. Published, they are kept as they stood, beside its figures.
alter table reports add column frozen_drawings jsonb;

-- Whoever wants to shows their own year in the network to others, at an address nobody can guess, until they take it back.
create table shared_years (
  person_id uuid not null,
  year integer not null,
  secret text not null constraint shared_years_secret unique,
  shared_at timestamptz not null,
  constraint shared_years_once primary key (person_id, year)
);
