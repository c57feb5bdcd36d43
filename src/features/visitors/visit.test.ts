import { expect, test } from "vitest";
import { shownName, soughtName, stateOf } from "./visit.ts";

const at = (time: string) => Temporal.Instant.from(`2026-11-23T${time}:00Z`);
const announced = { day: "2026-11-23", arrivedAt: null, leftAt: null, cancelledAt: null };

test("a visit is expected until somebody comes, and missed when the day is over", () => {
  expect([
    stateOf(announced, "2026-11-22"),
    stateOf(announced, "2026-11-23"),
    stateOf(announced, "2026-11-24"),
    stateOf({ ...announced, arrivedAt: at("09:00") }, "2026-11-24"),
    stateOf({ ...announced, arrivedAt: at("09:00"), leftAt: at("10:00") }, "2026-11-23"),
    stateOf({ ...announced, cancelledAt: at("08:00") }, "2026-11-24"),
  ]).toEqual(["expected", "expected", "missed", "arrived", "left", "cancelled"]);
});

test("a stranger must know three letters of a name, and signs that mean something to the database are none", () => {
  expect(["Åse", "  kari ", "O'Neill", "李小龙", "Al", "%%%", "a%_b", "ka%ri", ""].map(soughtName)).toEqual([
    "Åse",
    "kari",
    "O'Neill",
    "李小龙",
    undefined,
    undefined,
    undefined,
    "ka ri",
    undefined,
  ]);
});

test("the kiosk shows a given name and an initial", () => {
  expect(["Kari Anne Nordmann", "Cher", "Ola Ŋuorra"].map(shownName)).toEqual(["Kari Anne N.", "Cher", "Ola Ŋ."]);
});
