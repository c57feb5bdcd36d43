-- A report can be about an area, a county or a named region, and not only about those who publish it.
alter table reports add column area_key text;
