-- A network can be spread over several machines: there, a function that reads tables cannot be called from a statement about tables.
-- What these two answered is asked by the statements themselves (exchange/seats-opened.ts, exchange/agreements-of-home.ts).
drop function guest_seats_opened(uuid, date, boolean);
drop function agreements_of_home(uuid, date);
