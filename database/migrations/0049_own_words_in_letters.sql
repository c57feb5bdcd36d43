-- Those who run an event add words of their own to the letters about it, in each language.
create table event_letter_lines (
  event_id uuid not null,
  -- which letter: confirmed, reminder, event_changed, came or missed
  about text not null,
  texts jsonb not null,
  changed_at timestamptz not null,
  changed_by uuid
);
alter table event_letter_lines add constraint event_letter_lines_once primary key (event_id, about);
alter table event_letter_lines add constraint event_letter_lines_event foreign key (event_id) references events;
alter table event_letter_lines add constraint event_letter_lines_about
  check (about in ('confirmed', 'reminder', 'event_changed', 'came', 'missed'));
