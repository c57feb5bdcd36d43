-- Places can be found and counted under the municipality and county borders of any day since 2013, and regions follow them.
-- The rows come from database/reference; a number means something only together with a date. The open start of a county is -infinity.
create table counties (
  number text not null,
  name text not null,
  name_no text not null,
  valid_from date not null,
  valid_to date,
  constraint counties_key primary key (number, valid_from),
  constraint counties_two_digits check (number ~ '^[0-9]{2}$'),
  constraint counties_ends_after_start check (valid_to > valid_from),
  constraint counties_no_overlap exclude using gist (number with =, daterange(valid_from, valid_to) with &&)
);

create table county_changes (
  date date not null,
  from_number text not null,
  to_number text not null,
  constraint county_changes_once primary key (from_number, date, to_number)
);

-- The label point is a point on land under the borders of 2024; null where the land was not that of any one municipality of 2024.
create table municipalities (
  number text not null,
  name text not null,
  name_no text not null,
  county_number text not null,
  valid_from date not null,
  valid_to date,
  label_lat double precision,
  label_lon double precision,
  constraint municipalities_key primary key (number, valid_from),
  constraint municipalities_four_digits check (number ~ '^[0-9]{4}$'),
  constraint municipalities_ends_after_start check (valid_to > valid_from),
  constraint municipalities_whole_label_point check (num_nulls(label_lat, label_lon) in (0, 2)),
  constraint municipalities_no_overlap exclude using gist (number with =, daterange(valid_from, valid_to) with &&)
);
create index municipalities_alphabet on municipalities (name_no collate "norwegian", number);

create table municipality_changes (
  date date not null,
  from_number text not null,
  to_number text not null,
  kind text not null,
  constraint municipality_changes_once primary key (from_number, date, to_number),
  constraint municipality_changes_kind check (kind in ('renumber', 'merge', 'split', 'name', 'label', 'boundary'))
);

-- A region is a named set of municipalities over time. Each is written with the number it had on the day it came in.
create table regions (
  id uuid primary key,
  slug text not null constraint regions_slug unique,
  name text not null
);

create table region_municipalities (
  region_id uuid not null constraint region_municipalities_region references regions,
  number text not null,
  valid_from date not null,
  valid_to date,
  constraint region_municipalities_key primary key (region_id, number, valid_from),
  constraint region_municipalities_ends_after_start check (valid_to > valid_from),
  constraint region_municipalities_no_overlap exclude using gist
    (region_id with =, number with =, daterange(valid_from, valid_to) with &&)
);

-- Which state of the reference files is in the tables.
create table reference_loads (
  name text primary key,
  checksum text not null,
  loaded_at timestamptz not null
);
