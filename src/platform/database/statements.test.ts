import { expect, test } from "vitest";
import { statementsOf } from "./statements.ts";

test("a file is split where its statements end, and nowhere else", () => {
  const text = `-- Houses have names; nothing more.
create table houses (name text default 'a;b''c', "odd;name" text); -- that is all
/* not; this */ create function half(n integer) returns integer language sql immutable
  as $$ select n / 2; $$;
create function whole() returns text language sql immutable as $body$ select '$$;' $body$;

update houses set name = 'x' where 5 - 3 = 2`;

  expect(statementsOf(text)).toEqual([
    `create table houses (name text default 'a;b''c', "odd;name" text)`,
    "create function half(n integer) returns integer language sql immutable\n  as $$ select n / 2; $$",
    "create function whole() returns text language sql immutable as $body$ select '$$;' $body$",
    "update houses set name = 'x' where 5 - 3 = 2",
  ]);
});
