import { describe, expect, test } from "vitest";
import { mostOccurrences, occurrencesOf, readRecurrence } from "./recurrence.ts";

const newYork = "America/New_York";

/** The days of a rule that begins at nine in New York, where the examples of RFC 5545 (3.8.5.3) are. */
function days(start: string, rule: string): string[] {
  const from = Temporal.PlainDateTime.from(`${start}T09:00`).toZonedDateTime(newYork).toInstant();
  return occurrencesOf(readRecurrence(rule), { from, until: from.add({ hours: 1 }) }, newYork).map((time) => {
    const local = time.from.toZonedDateTimeISO(newYork);
    expect(local.toPlainTime().toString()).toBe("09:00:00");
    return local.toPlainDate().toString();
  });
}

const inYear = (year: number, text: string) => text.split(" ").map((day) => `${year}-${day}`);

describe("The examples of RFC 5545", () => {
  test.each<[name: string, start: string, rule: string, expected: string[]]>([
    [
      "daily for 10 times",
      "1997-09-02",
      "FREQ=DAILY;COUNT=10",
      inYear(1997, "09-02 09-03 09-04 09-05 09-06 09-07 09-08 09-09 09-10 09-11"),
    ],
    ["every 10 days, 5 times", "1997-09-02", "FREQ=DAILY;INTERVAL=10;COUNT=5", inYear(1997, "09-02 09-12 09-22 10-02 10-12")],
    [
      "weekly for 10 times",
      "1997-09-02",
      "RRULE:FREQ=WEEKLY;COUNT=10",
      inYear(1997, "09-02 09-09 09-16 09-23 09-30 10-07 10-14 10-21 10-28 11-04"),
    ],
    [
      "every other week on Monday, Wednesday and Friday until 24 December",
      "1997-09-01",
      "FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR",
      inYear(
        1997,
        "09-01 09-03 09-05 09-15 09-17 09-19 09-29 10-01 10-03 10-13 10-15 10-17 10-27 10-29 10-31 11-10 11-12 11-14 11-24 11-26 11-28 12-08 12-10 12-12 12-22",
      ),
    ],
    [
      "every other week on Tuesday and Thursday, 8 times",
      "1997-09-02",
      "FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH",
      inYear(1997, "09-02 09-04 09-16 09-18 09-30 10-02 10-14 10-16"),
    ],
    [
      "every year in June and July, 4 times",
      "1997-06-10",
      "FREQ=YEARLY;COUNT=4;BYMONTH=6,7",
      ["1997-06-10", "1997-07-10", "1998-06-10", "1998-07-10"],
    ],
    [
      "every other year in January, February and March, 5 times",
      "1997-03-10",
      "FREQ=YEARLY;INTERVAL=2;COUNT=5;BYMONTH=1,2,3",
      ["1997-03-10", "1999-01-10", "1999-02-10", "1999-03-10", "2001-01-10"],
    ],
    [
      "every Thursday in March, until 1998",
      "1997-03-13",
      "FREQ=YEARLY;UNTIL=19980320T000000Z;BYMONTH=3;BYDAY=TH",
      ["1997-03-13", "1997-03-20", "1997-03-27", "1998-03-05", "1998-03-12", "1998-03-19"],
    ],
    [
      "every four years, the first Tuesday after a Monday in November, twice",
      "1996-11-05",
      "FREQ=YEARLY;INTERVAL=4;COUNT=2;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8",
      ["1996-11-05", "2000-11-07"],
    ],
    [
      "monthly on the first Friday, 10 times",
      "1997-09-05",
      "FREQ=MONTHLY;COUNT=10;BYDAY=1FR",
      [...inYear(1997, "09-05 10-03 11-07 12-05"), ...inYear(1998, "01-02 02-06 03-06 04-03 05-01 06-05")],
    ],
    [
      "every other month on the first and last Sunday, 10 times",
      "1997-09-07",
      "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU",
      [...inYear(1997, "09-07 09-28 11-02 11-30"), ...inYear(1998, "01-04 01-25 03-01 03-29 05-03 05-31")],
    ],
    [
      "monthly on the second-to-last Monday, 6 times",
      "1997-09-22",
      "FREQ=MONTHLY;COUNT=6;BYDAY=-2MO",
      [...inYear(1997, "09-22 10-20 11-17 12-22"), ...inYear(1998, "01-19 02-16")],
    ],
    [
      "monthly on the third-to-the-last day",
      "1997-09-28",
      "FREQ=MONTHLY;BYMONTHDAY=-3;COUNT=6",
      [...inYear(1997, "09-28 10-29 11-28 12-29"), ...inYear(1998, "01-29 02-26")],
    ],
    [
      "monthly on the first and last day, 10 times",
      "1997-09-30",
      "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1",
      [...inYear(1997, "09-30 10-01 10-31 11-01 11-30 12-01 12-31"), ...inYear(1998, "01-01 01-31 02-01")],
    ],
    [
      "every 18 months on the 10th to the 15th, 10 times",
      "1997-09-10",
      "FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15",
      [...inYear(1997, "09-10 09-11 09-12 09-13 09-14 09-15"), ...inYear(1999, "03-10 03-11 03-12 03-13")],
    ],
    [
      "every Friday the 13th",
      "1998-02-13",
      "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=5",
      [...inYear(1998, "02-13 03-13 11-13"), "1999-08-13", "2000-10-13"],
    ],
    [
      "the third of Tuesday, Wednesday and Thursday in the month",
      "1997-09-04",
      "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3",
      inYear(1997, "09-04 10-07 11-06"),
    ],
    [
      "the second-to-last working day",
      "1997-09-29",
      "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2;COUNT=7",
      [...inYear(1997, "09-29 10-30 11-27 12-30"), ...inYear(1998, "01-29 02-26 03-30")],
    ],
    [
      "weeks that begin on Monday",
      "1997-08-05",
      "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO",
      inYear(1997, "08-05 08-10 08-19 08-24"),
    ],
    [
      "weeks that begin on Sunday",
      "1997-08-05",
      "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU",
      inYear(1997, "08-05 08-17 08-19 08-31"),
    ],
    [
      "a day that is not in the month is left out",
      "2007-01-15",
      "FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5",
      inYear(2007, "01-15 01-30 02-15 03-15 03-30"),
    ],
  ])("%s", (_, start, rule, expected) => {
    expect(days(start, rule)).toEqual(expected);
  });

  test("daily until 24 December", () => {
    const all = days("1997-09-02", "FREQ=DAILY;UNTIL=19971224T000000Z");

    expect([all.length, all[0], all.at(-1)]).toEqual([113, "1997-09-02", "1997-12-23"]);
  });
});

describe("On a day clocks change", () => {
  const oslo = "Europe/Oslo";
  const local = (from: string, until: string, rule: string) => {
    const at = (text: string) => Temporal.PlainDateTime.from(text).toZonedDateTime(oslo).toInstant();
    return occurrencesOf(readRecurrence(rule), { from: at(from), until: at(until) }, oslo).map((time) => `${time.from} ${time.until}`);
  };

  test("a night keeps its clock times, and is an hour longer in October", () => {
    expect(local("2026-10-24T22:00", "2026-10-25T06:00", "FREQ=DAILY;COUNT=2")).toEqual([
      "2026-10-24T20:00:00Z 2026-10-25T05:00:00Z",
      "2026-10-25T21:00:00Z 2026-10-26T05:00:00Z",
    ]);
  });

  test("a time in the hour that is skipped in March is had an hour later, and never ends before it begins", () => {
    expect(local("2026-03-28T02:30", "2026-03-28T03:00", "FREQ=DAILY;COUNT=2")).toEqual([
      "2026-03-28T01:30:00Z 2026-03-28T02:00:00Z",
      "2026-03-29T01:30:00Z 2026-03-29T02:00:00Z",
    ]);
  });

  test("a time in the hour that comes twice in October is had the first time", () => {
    expect(local("2026-10-24T02:30", "2026-10-24T03:30", "FREQ=DAILY;COUNT=2").at(1)).toBe("2026-10-25T00:30:00Z 2026-10-25T02:30:00Z");
  });
});

describe("A rule that is no series", () => {
  const code = (rule: string, start = "2026-09-01") => {
    try {
      days(start, rule);
      return "a series";
    } catch (refusal) {
      return (refusal as { code?: string }).code;
    }
  };

  test.each([
    ["FREQ=WEEKLY", "series.endless"],
    [`FREQ=DAILY;COUNT=${mostOccurrences + 1}`, "series.too_often"],
    ["FREQ=DAILY;UNTIL=20990101", "series.too_often"],
    ["FREQ=WEEKLY;COUNT=3;BYDAY=MO", "series.first_is_not_one"],
    ["FREQ=MONTHLY;COUNT=3;BYMONTHDAY=31;BYMONTH=2", "series.too_long"],
    ["FREQ=MONTHLY;COUNT=9;BYMONTHDAY=1;BYMONTH=9", "series.too_long"],
    ["FREQ=YEARLY;COUNT=3;BYDAY=1MO", "series.unreadable"],
    ["FREQ=HOURLY;COUNT=3", "series.unreadable"],
    ["FREQ=DAILY;COUNT=3;BYHOUR=9,10", "series.unreadable"],
    ["FREQ=WEEKLY;COUNT=3;BYDAY=1MO", "series.unreadable"],
    ["FREQ=DAILY;COUNT=3;COUNT=4", "series.unreadable"],
    ["FREQ=DAILY;COUNT=3;UNTIL=20270101", "series.unreadable"],
    ["FREQ=DAILY;UNTIL=20260231", "series.unreadable"],
    ["FREQ=DAILY;COUNT=0", "series.unreadable"],
    ["hver tirsdag", "series.unreadable"],
  ])("%s is refused", (rule, expected) => {
    expect(code(rule)).toBe(expected);
  });
});

test.each([
  ["on the same day of the year", "2026-12-01", "FREQ=YEARLY;COUNT=3", ["2026-12-01", "2027-12-01", "2028-12-01"]],
  ["on 29 February, in leap years alone", "2024-02-29", "FREQ=YEARLY;COUNT=2", ["2024-02-29", "2028-02-29"]],
  ["on the second Tuesday of May", "2026-05-12", "FREQ=YEARLY;COUNT=2;BYMONTH=5;BYDAY=2TU", ["2026-05-12", "2027-05-11"]],
])("a series of every year comes %s", (_, start, rule, expected) => {
  expect(days(start, rule)).toEqual(expected);
});
