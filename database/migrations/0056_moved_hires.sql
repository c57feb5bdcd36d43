-- What was agreed can be moved to another time of the same length: the price and the conditions stay, and the hirer is told. Until when
-- it can be cancelled free of charge may then be another moment than the new time alone would say.
alter table hires add column free_until timestamptz;
-- The time it was moved from.
alter table hire_changes add column moved_from timestamptz;
