-- An event that is held abroad says in which country: it is counted as abroad, and no longer where its host has an address.
alter table events add column country text;
alter table events add constraint events_country check (country ~ '^[A-Z]{2}$' and country <> 'NO');
alter table events add constraint events_one_country check (country is null or municipality_number is null);
