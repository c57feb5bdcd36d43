-- Rooms, desks, machines and all else with a name stand as people count: 1, 2, 10. Letters stand as they did, a … z æ ø å with aa as å.
-- The new order stands before the indexes that keep it, so that the change can be carried out on a spread database.
alter collation norwegian rename to norwegian_letters;
create collation norwegian (provider = icu, locale = 'nb-NO-u-kn-true');

drop index municipalities_alphabet;
drop index organizations_name;
drop index spaces_name;
drop index resources_order;
drop index displays_in_space;
create index municipalities_alphabet on municipalities (name_no collate norwegian, number);
create index organizations_name on organizations (name collate norwegian, id);
create index spaces_name on spaces (name collate norwegian, id);
create index resources_order on resources (space_id, place_in_order, name collate norwegian, id);
create index displays_in_space on displays (space_id, name collate norwegian, id);

drop collation norwegian_letters;
