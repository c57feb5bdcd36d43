-- At a kiosk without a network visitors write whom they come to; who that is, is found when it is sent. Where nobody of that name is to be
-- found, the desk reads what they wrote.
alter table visits add column asked_for text;
alter table visits add constraint visits_asked_for check (length(asked_for) between 1 and 120);
