import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countFigures, rowsOfFigures } from "./member-figures.ts";
import { isMemberOn, type Stay } from "./membership.ts";

const year = { from: "2026-01-01", to: "2027-01-01" };

function figures(...histories: Stay[][]) {
  return countFigures(
    rowsOfFigures(
      histories.map((stays, place) => ({ member: place, stays })),
      year,
    ),
  );
}

describe("the figures of a year", () => {
  test("who was there all along is neither new nor gone", () => {
    expect(figures([{ from: "2020-01-01", to: null }])).toEqual({
      start: 1,
      joined: 0,
      left: 0,
      end: 1,
      new: 0,
      returned: 0,
      netGrowth: 0,
      churn: 0,
    });
  });

  test("back within twelve months is joined, but not new", () => {
    const {
      joined,
      new: fresh,
      returned,
    } = figures([
      { from: "2020-01-01", to: "2025-06-01" },
      { from: "2026-06-01", to: null },
    ]);

    expect({ joined, fresh, returned }).toEqual({ joined: 1, fresh: 0, returned: 1 });
  });

  test("back after more than twelve months is new", () => {
    const { new: fresh, returned } = figures([
      { from: "2020-01-01", to: "2025-05-31" },
      { from: "2026-06-01", to: null },
    ]);

    expect({ fresh, returned }).toEqual({ fresh: 1, returned: 0 });
  });

  test("a change of tier is neither coming nor going", () => {
    const { joined, left, churn } = figures([
      { from: "2024-01-01", to: "2026-05-01" },
      { from: "2026-05-01", to: null },
    ]);

    expect({ joined, left, churn }).toEqual({ joined: 0, left: 0, churn: 0 });
  });

  test("who goes and comes back in the year has left and joined, and is no churn", () => {
    const { start, joined, left, end, churn } = figures([
      { from: "2024-01-01", to: "2026-02-01" },
      { from: "2026-09-01", to: null },
    ]);

    expect({ start, joined, left, end, churn }).toEqual({ start: 1, joined: 1, left: 1, end: 1, churn: 0 });
  });

  test("thirty new members and thirty more members are two numbers", () => {
    const {
      new: fresh,
      netGrowth,
      churn,
    } = figures([{ from: "2026-03-01", to: null }], [{ from: "2026-04-01", to: null }], [{ from: "2019-01-01", to: "2026-08-01" }]);

    expect({ fresh, netGrowth, churn }).toEqual({ fresh: 2, netGrowth: 1, churn: 1 });
  });
});

const dayFrom = (days: number) => Temporal.PlainDate.from("2024-06-01").add({ days }).toString();
// a history without overlap, as the database keeps it; a gap of 0 is a change of tier
const history = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 500 })), { maxLength: 5 })
  .chain((spans) => fc.tuple(fc.constant(spans), fc.boolean()))
  .map(([spans, isOpenEnded]) => {
    const stays: Stay[] = [];
    let day = 0;
    for (const [gap, length] of spans) {
      stays.push({ from: dayFrom(day + gap), to: dayFrom(day + gap + length) });
      day += gap + length;
    }
    const last = stays.at(-1);
    if (last && isOpenEnded) last.to = null;
    return stays;
  });
const period = fc
  .tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 1, max: 600 }))
  .map(([first, length]) => ({ from: dayFrom(first), to: dayFrom(first + length) }));

test("start + joined − left = end, whatever the histories and the period", () => {
  fc.assert(
    fc.property(fc.array(history, { maxLength: 12 }), period, (histories, { from, to }) => {
      const rows = rowsOfFigures(
        histories.map((stays, place) => ({ member: place, stays })),
        { from, to },
      );

      const { start, joined, left, end, new: fresh, returned, netGrowth, churn } = countFigures(rows);
      const lastDay = Temporal.PlainDate.from(to).subtract({ days: 1 }).toString();
      expect(start + joined - left).toBe(end);
      expect(fresh + returned).toBe(joined);
      expect(netGrowth).toBe(end - start);
      expect(churn).toBeLessThanOrEqual(Math.min(start, left));
      expect(end).toBe(histories.filter((stays) => stays.some((stay) => isMemberOn(stay, lastDay))).length);
    }),
  );
});
