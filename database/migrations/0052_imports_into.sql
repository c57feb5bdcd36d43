-- Some files are brought into something an organization has, as the startups of a program are.
alter table import_runs add column into_id uuid;
