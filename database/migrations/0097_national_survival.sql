-- What survival is in the country is kept with its source and the day it was given, and can be corrected. The two figures below were given
-- by those who ordered the program; they have not been read at their source.
create table national_survival (
  id uuid primary key,
  legal_form text not null,
  cohort integer not null,
  horizon_years integer not null,
  percent double precision not null,
  source text not null,
  source_url text,
  source_on date not null,
  written_at timestamptz,
  written_by uuid,
  constraint national_survival_once unique (legal_form, cohort, horizon_years),
  constraint national_survival_percent check (percent between 0 and 100),
  constraint national_survival_years check (cohort between 1900 and 2100 and horizon_years between 1 and 40)
);
insert into national_survival (id, legal_form, cohort, horizon_years, percent, source, source_url, source_on) values
  ('019e0000-0000-7000-8000-000000000055', 'AS', 2018, 5, 55,
   'Gjengitt som Statistisk sentralbyrå, Nyetablerte foretaks overlevelse og vekst; ikke kontrollert der',
   'https://www.ssb.no/virksomheter-foretak-og-regnskap/virksomheter-og-foretak/statistikk/nyetablerte-foretaks-overlevelse-og-vekst', '2026-11-30'),
  ('019e0000-0000-7000-8000-000000000037', 'ENK', 2018, 5, 37,
   'Gjengitt som Statistisk sentralbyrå, Nyetablerte foretaks overlevelse og vekst; ikke kontrollert der',
   'https://www.ssb.no/virksomheter-foretak-og-regnskap/virksomheter-og-foretak/statistikk/nyetablerte-foretaks-overlevelse-og-vekst', '2026-11-30');
