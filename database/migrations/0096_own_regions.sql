-- An organization draws a region of its own: municipalities under the borders of a day, with a name. It is the same land under all borders.
-- Public figures are counted for it as for others; the rest only when the operator has opened it to those who run the organization.
alter table regions add column organization_id uuid constraint regions_organization references organizations;
alter table regions add column recorded_on date;
alter table regions add column version integer not null default 1;
alter table regions add column created_at timestamptz;
alter table regions add column created_by uuid;
alter table regions add column opened_at timestamptz;
alter table regions add column opened_by uuid;
alter table regions add constraint regions_own check ((organization_id is null) = (recorded_on is null));
create index regions_of_organization on regions (organization_id) where organization_id is not null;
