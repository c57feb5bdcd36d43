import { describe, expect, test } from "vitest";
import { clockElsewhere, gridOf } from "./week-grid.ts";

const monday = "2026-11-23";
const zone = "Europe/Oslo";
const event = (name: string, startsAt: string, endsAt: string) => ({ name, startsAt, endsAt });

/** The names in each place of the grid. */
function names(events: ReturnType<typeof event>[]) {
  const { days, hours, spanningRows } = gridOf(events, monday, zone);
  return {
    hours,
    spanningRows,
    days: days.flatMap(({ day, hours: own, spanning }) => [
      ...own.map(({ hour, events: held }) => [day, hour, held.map(({ name }) => name)]),
      ...spanning.map(({ event: { name }, row, days: count }) => [day, `row ${row}`, name, count]),
    ]),
  };
}

describe("A week as a grid", () => {
  test("has the hours something begins in, each event on its day by the clock of the grid", () => {
    const grid = names([
      event("Frokost", "2026-11-23T07:30:00Z", "2026-11-23T09:00:00Z"),
      event("Kaffe", "2026-11-23T07:45:00Z", "2026-11-23T08:00:00Z"),
      event("Kveld", "2026-11-29T22:30:00Z", "2026-11-29T23:00:00Z"),
    ]);

    expect(grid).toEqual({
      hours: [8, 23],
      spanningRows: 0,
      days: [
        ["2026-11-23", 8, ["Frokost", "Kaffe"]],
        ["2026-11-29", 23, ["Kveld"]],
      ],
    });
  });

  test("shows what goes on over several days in the days of it that are of the week, and nothing of another week", () => {
    const grid = names([
      event("Reise", "2026-11-21T08:00:00Z", "2026-11-24T15:00:00Z"),
      event("Konferanse", "2026-11-28T08:00:00Z", "2026-12-01T15:00:00Z"),
      event("Etter", "2026-11-29T23:30:00Z", "2026-11-30T10:00:00Z"),
    ]);

    expect(grid).toEqual({
      hours: [],
      spanningRows: 2,
      days: [
        ["2026-11-23", "row 0", "Reise", 2],
        ["2026-11-28", "row 1", "Konferanse", 2],
      ],
    });
  });
});

test("a clock elsewhere is told only where it is another", () => {
  const hackney = { startsAt: "2026-11-24T09:30:00Z", timeZone: "Europe/London" };

  expect(clockElsewhere(hackney, zone)?.hour).toBe(10);
  expect(clockElsewhere({ ...hackney, timeZone: "Europe/Stockholm" }, zone)).toBeUndefined();
});
