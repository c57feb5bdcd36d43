-- The point of a space is kept beside its coordinates: a search that sorts by distance looks at it once for every house it passes.
alter table spaces add column globe_point public.cube generated always as (on_globe(latitude, longitude)) stored;
drop index spaces_nearest;
create index spaces_nearest on spaces using gist (globe_point);
