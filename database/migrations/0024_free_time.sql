-- Rooms are searched for across houses: what a hall is made of is found without looking through every room there is.
create index resources_parts on resources (part_of) where part_of is not null;
