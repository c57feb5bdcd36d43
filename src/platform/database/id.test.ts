import { expect, test } from "vitest";
import { isId, newId } from "./id.ts";

const isInOrder = (ids: string[]) => ids.every((id, place) => place === 0 || id > (ids[place - 1] ?? ""));
const momentOf = (id: string | undefined) => Number.parseInt((id ?? "").replace("-", "").slice(0, 12), 16);

test("ids sort in the order they were made in, also within a millisecond", () => {
  const ids = Array.from({ length: 20_000 }, () => newId());

  expect(isInOrder(ids)).toBe(true);
  expect(ids.every(isId)).toBe(true);
  expect(Math.abs(momentOf(ids[0]) - Date.now())).toBeLessThan(60_000);
});

test("ids of a moment carry it, and sort in the order they were made in", () => {
  const ids = Array.from({ length: 100 }, () => newId(1_795_000_000_123));

  expect(isInOrder(ids)).toBe(true);
  expect(ids.map(momentOf)).toEqual(ids.map(() => 1_795_000_000_123));
});
