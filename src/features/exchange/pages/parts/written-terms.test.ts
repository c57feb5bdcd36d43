import { expect, test } from "vitest";
import { daysBeyond, readWritten, termsOf, weekdaysBeyondDesks } from "./written-terms.ts";

function form(fields: [string, string][]): FormData {
  const made = new FormData();
  for (const [name, value] of fields) made.append(name, value);
  return made;
}

const week: [string, string][] = [1, 2, 3, 4, 5, 6, 7].map((weekday) => [`seats-${weekday}`, weekday < 6 ? "8" : "0"]);

test("a written form becomes terms, with the new closed day among the kept ones once", () => {
  const written = readWritten(
    form([...week, ["askFirst", "yes"], ["closed", "2026-12-24"], ["newDay", "2026-12-24"], ["closed", "2026-12-23"]]),
  );

  expect(termsOf(written, "nb")).toEqual({
    terms: { seatsPerWeekday: [8, 8, 8, 8, 8, 0, 0], askFirst: true, closedDays: ["2026-12-23", "2026-12-24"] },
    errors: [],
  });
});

test("what cannot be a number of seats, or a day, is told at its field", () => {
  const written = readWritten(form([["seats-1", "-1"], ["seats-2", "mange"], ...week.slice(2), ["newDay", "2026-02-31"]]));

  expect(termsOf(written, "nb").errors).toEqual([
    { field: "seats-1", message: "Skriv et helt tall fra 0 og opp for mandag." },
    { field: "seats-2", message: "Skriv et helt tall fra 0 og opp for tirsdag." },
    { field: "newDay", message: "Skriv dagen som en dato, for eksempel 24.12.2026." },
  ]);
});

test("weekdays with more guests than the house has desks are found, unless it has not said how many", () => {
  const terms = { seatsPerWeekday: [45, 450, 8, 8, 46, 0, 0] };

  expect(weekdaysBeyondDesks(terms, 45)).toEqual([2, 5]);
  expect(weekdaysBeyondDesks(terms, 0)).toEqual([]);
});

test("days with more guests than the new seats are counted, closed ones too", () => {
  const terms = { seatsPerWeekday: [1, 2, 2, 2, 2, 0, 0], askFirst: false, closedDays: ["2026-11-25"] };
  const ahead = [
    { day: "2026-11-23", guestSeats: 2, guestSeatsLeft: 0 },
    { day: "2026-11-24", guestSeats: 2, guestSeatsLeft: 0 },
    { day: "2026-11-25", guestSeats: 1, guestSeatsLeft: 0 },
  ];

  expect(daysBeyond(terms, ahead)).toEqual(["2026-11-23", "2026-11-25"]);
});
