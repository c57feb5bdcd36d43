-- An organization can show its logo: on its page, in lists, and a network on top of its pages. A logo stands on the floor it is seen
-- best on: that of the day, or of the night when it is light itself.
alter table organizations add column logo_id uuid;
alter table organizations add column logo_width integer;
alter table organizations add column logo_height integer;
alter table organizations add column logo_ground text;
alter table organizations add constraint organizations_logo_whole check (num_nulls(logo_id, logo_width, logo_height, logo_ground) in (0, 4));
alter table organizations add constraint organizations_logo_ground check (logo_ground in ('day', 'night'));

-- A network's colour is written one way.
update organizations set colour = lower(colour) where colour is not null;
alter table organizations add constraint organizations_colour_form check (colour ~ '^#[0-9a-f]{6}$');
