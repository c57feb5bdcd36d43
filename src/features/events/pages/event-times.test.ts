import { expect, test } from "vitest";
import { daysOver } from "./event-times.ts";

const over = (from: string, until: string) =>
  daysOver({ startsAt: `${from}T08:00:00Z`, endsAt: `${until}T09:00:00Z`, timeZone: "Europe/Oslo" }, "nb");

test("The days over a title name each month and year they are in, and none twice", () => {
  expect(over("2027-03-11", "2027-03-11")).toEqual({ days: "11.", rest: "mars 2027" });
  expect(over("2027-03-11", "2027-03-12")).toEqual({ days: "11.–12.", rest: "mars 2027" });
  expect(over("2026-11-30", "2026-12-02")).toEqual({ days: "30. november – 2. desember", rest: "2026" });
  expect(over("2026-12-08", "2027-02-04")).toEqual({ days: "8. desember 2026 – 4. februar", rest: "2027" });
});
