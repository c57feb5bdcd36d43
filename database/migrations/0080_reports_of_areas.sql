-- A report can be about an area, a county or a named region, and not only about those who publish it.
alter table reports add column area_key text;

-- Which county a public body answers for, where that is not the one its office lies in.
create table area_bodies (
  organization_id uuid primary key constraint area_bodies_organization references organizations,
  county_number text not null,
  set_at timestamptz not null,
  set_by uuid
);
