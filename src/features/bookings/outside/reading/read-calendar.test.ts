import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as shapes from "../../../../../tests/support/outside-calendars.ts";
import { bookingOfOurs } from "../../../../../tests/support/outside-calendars.ts";
import type { Asked } from "./busy-time.ts";
import { readCalendar } from "./read-calendar.ts";
import { readInThread } from "./read-in-thread.ts";

const at = (moment: string) => Temporal.Instant.from(moment).epochMilliseconds;
const asked: Asked = {
  from: at("2026-10-01T00:00:00+02:00"),
  until: at("2026-12-31T00:00:00+01:00"),
  timeZone: "Europe/Oslo",
  ownHost: "romslig.example",
  keepsTitles: true,
};

/** The times of a calendar as the clocks in Oslo show them. */
function read(text: string, more: Partial<Asked> = {}): string[] {
  const reading = readCalendar(text, { ...asked, ...more });
  if (reading.kind === "fault") return [`fault: ${reading.fault}`];
  return reading.times.map(({ from, until, title }) => [shown(from), shown(until), title].filter(Boolean).join(" "));
}

function shown(moment: number): string {
  return Temporal.Instant.fromEpochMilliseconds(moment)
    .toZonedDateTimeISO("Europe/Oslo")
    .toPlainDateTime()
    .toString({ smallestUnit: "minute" });
}

const event = (...lines: string[]) => shapes.calendar("BEGIN:VEVENT", "UID:one@elsewhere.example", ...lines, "END:VEVENT");

describe("A calendar as Google writes it", () => {
  test("keeps ten o'clock at ten o'clock over the change of clocks, with one time left out and one moved", () => {
    expect(read(shapes.google)).toEqual([
      "2026-10-12T10:00 2026-10-12T11:30 Ukemøte",
      "2026-10-19T10:00 2026-10-19T11:30 Ukemøte",
      "2026-10-26T13:00 2026-10-26T14:00 Ukemøte, seinere",
      "2026-11-09T10:00 2026-11-09T11:30 Ukemøte",
      "2026-11-20T00:00 2026-11-22T00:00 Dugnad",
    ]);
  });
});

describe("A calendar as Outlook writes it", () => {
  test("is read by the names Windows has for zones, without what is free or worked elsewhere", () => {
    expect(read(shapes.outlook)).toEqual([
      "2026-10-23T09:00 2026-10-23T10:00 Styremøte",
      "2026-11-03T15:00 2026-11-03T16:00 Samtale med New York",
      "2026-11-27T09:00 2026-11-27T10:00 Styremøte",
    ]);
  });
});

describe("A calendar as Apple writes it", () => {
  test("is read by durations, by the zone it calls its own, and without what is cancelled", () => {
    expect(read(shapes.apple)).toEqual([
      "2026-10-24T22:00 2026-10-25T05:00 Nattskift",
      "2026-11-02T08:00 2026-11-02T08:45 Rengjøring",
      "2026-11-04T08:00 2026-11-04T08:45 Rengjøring",
      "2026-11-05T18:00 2026-11-05T20:00 Kor",
      "2026-11-12T18:30 2026-11-12T21:00 Kor",
    ]);
  });
});

describe("What takes time, and what does not", () => {
  test.each<[string, string[], string[]]>([
    ["a day without an end is that day", ["DTSTART;VALUE=DATE:20261103"], ["2026-11-03T00:00 2026-11-04T00:00"]],
    ["the day the clocks go back has 25 hours", ["DTSTART;VALUE=DATE:20261025"], ["2026-10-25T00:00 2026-10-26T00:00"]],
    ["a moment takes nothing", ["DTSTART:20261103T090000Z"], []],
    ["what ends before it begins takes nothing", ["DTSTART:20261103T090000Z", "DTEND:20261103T080000Z"], []],
    ["what is free takes nothing", ["DTSTART:20261103T090000Z", "DURATION:PT1H", "TRANSP:TRANSPARENT"], []],
    ["what is cancelled takes nothing", ["DTSTART:20261103T090000Z", "DURATION:PT1H", "STATUS:CANCELLED"], []],
    [
      "what is not settled yet takes its time",
      ["DTSTART:20261103T090000Z", "DURATION:PT1H", "STATUS:TENTATIVE"],
      ["2026-11-03T10:00 2026-11-03T11:00"],
    ],
    ["a clock without a zone is the house's", ["DTSTART:20261103T090000", "DURATION:PT1H"], ["2026-11-03T09:00 2026-11-03T10:00"]],
    [
      "a zone nobody knows is the house's",
      ["DTSTART;TZID=Nowhere/At All:20261103T090000", "DURATION:PT1H"],
      ["2026-11-03T09:00 2026-11-03T10:00"],
    ],
    [
      "a zone at the end of a longer name is found",
      ["DTSTART;TZID=/example.org/20260101/America/New_York:20261103T090000", "DURATION:PT1H"],
      ["2026-11-03T15:00 2026-11-03T16:00"],
    ],
    [
      "an hour that comes twice is the first of them, and one that never comes is the next",
      ["DTSTART;TZID=Europe/Oslo:20261025T023000", "DURATION:PT1H", "RDATE;TZID=Europe/Oslo:20261026T023000"],
      ["2026-10-25T02:30 2026-10-25T02:30", "2026-10-26T02:30 2026-10-26T03:30"],
    ],
    [
      "a day of duration is a day on the calendar, 24 hours are not when the clocks change",
      [
        "DTSTART;TZID=Europe/Oslo:20261024T120000",
        "DURATION:P1D",
        "RDATE;VALUE=PERIOD:20261101T100000Z/20261101T120000Z,20261102T100000Z/PT24H",
      ],
      ["2026-10-24T12:00 2026-10-25T12:00", "2026-11-01T11:00 2026-11-01T13:00", "2026-11-02T11:00 2026-11-03T11:00"],
    ],
    [
      "a rule ends on its last day, that day included",
      ["DTSTART;VALUE=DATE:20261101", "RRULE:FREQ=DAILY;UNTIL=20261103"],
      ["2026-11-01T00:00 2026-11-02T00:00", "2026-11-02T00:00 2026-11-03T00:00", "2026-11-03T00:00 2026-11-04T00:00"],
    ],
    [
      "a rule ends at its last moment in UTC, that one included",
      ["DTSTART;TZID=Europe/Oslo:20261023T100000", "DURATION:PT1H", "RRULE:FREQ=DAILY;UNTIL=20261025T090000Z"],
      ["2026-10-23T10:00 2026-10-23T11:00", "2026-10-24T10:00 2026-10-24T11:00", "2026-10-25T10:00 2026-10-25T11:00"],
    ],
    [
      "so many times are so many, those before the span counted",
      ["DTSTART;TZID=Europe/Oslo:20260901T100000", "DURATION:PT1H", "RRULE:FREQ=MONTHLY;COUNT=3"],
      ["2026-10-01T10:00 2026-10-01T11:00", "2026-11-01T10:00 2026-11-01T11:00"],
    ],
    [
      "times are left out by a moment in UTC as well as by a day",
      [
        "DTSTART;TZID=Europe/Oslo:20261102T100000",
        "DURATION:PT1H",
        "RRULE:FREQ=DAILY;COUNT=4",
        "EXDATE:20261103T090000Z",
        "EXDATE;VALUE=DATE:20261104",
      ],
      ["2026-11-02T10:00 2026-11-02T11:00", "2026-11-05T10:00 2026-11-05T11:00"],
    ],
    [
      "the third Thursday and the last Friday are found",
      ["DTSTART;TZID=Europe/Oslo:20261015T100000", "DURATION:PT1H", "RRULE:FREQ=MONTHLY;BYDAY=3TH;COUNT=2"],
      ["2026-10-15T10:00 2026-10-15T11:00", "2026-11-19T10:00 2026-11-19T11:00"],
    ],
    [
      "what began long ago and has no end is busy in the span",
      ["DTSTART;VALUE=DATE:19700101", "DTEND;VALUE=DATE:99991231"],
      ["2026-10-01T00:00 2026-12-31T00:00"],
    ],
    [
      "every second Tuesday since 1999 is every second Tuesday still",
      ["DTSTART;TZID=Europe/Oslo:19991102T100000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;UNTIL=20261101T000000Z"],
      ["2026-10-13T10:00 2026-10-13T11:00", "2026-10-27T10:00 2026-10-27T11:00"],
    ],
  ])("%s", (_, lines, times) => {
    expect(read(event(...lines))).toEqual(times);
  });

  test("the zone a calendar writes out itself is followed when it has a name nobody knows", () => {
    expect(read(shapes.ownZone)).toEqual(["2026-10-20T08:00 2026-10-20T09:00 Før", "2026-10-27T09:00 2026-10-27T10:00 Etter"]);
  });

  test("a title is kept when it is asked for, and never that of a private event", () => {
    const text = shapes.calendar(
      ...["BEGIN:VEVENT", "UID:a@x", "DTSTART:20261103T090000Z", "DURATION:PT1H", "SUMMARY:Åpent", "END:VEVENT"],
      ...["BEGIN:VEVENT", "UID:b@x", "DTSTART:20261104T090000Z", "DURATION:PT1H", "SUMMARY:Lege", "CLASS:PRIVATE", "END:VEVENT"],
    );

    const titles = [true, false].map((keepsTitles) => readCalendar(text, { ...asked, keepsTitles }));

    expect(titles.map((one) => one.kind === "times" && one.times.map(({ title }) => title))).toEqual([
      ["Åpent", null],
      [null, null],
    ]);
    expect(JSON.stringify(titles)).not.toContain("Lege");
  });

  test("bookings of ours are not taken for somebody else's, nor what another installation passes on", () => {
    const uids = [`${bookingOfOurs}@romslig.example`, `outside-${bookingOfOurs}@other.example`, `${bookingOfOurs}@other.example`];
    const text = shapes.calendar(
      ...uids.flatMap((uid, day) => ["BEGIN:VEVENT", `UID:${uid}`, `DTSTART:2026110${day + 1}T090000Z`, "DURATION:PT1H", "END:VEVENT"]),
    );

    expect(read(text)).toEqual(["2026-11-03T10:00 2026-11-03T11:00"]);
  });
});

describe("An event is the same event at the next reading", () => {
  const keys = (text: string) => {
    const reading = readCalendar(text, asked);
    return reading.kind === "times" ? reading.times.map(({ key }) => key) : [];
  };

  test("when it has another time, and a time of a series when it is moved", () => {
    const [before, after] = ["DTSTART:20261103T090000Z", "DTSTART:20261104T100000Z"].map((line) => keys(event(line, "DURATION:PT1H")));

    expect([before?.length, after]).toEqual([1, before]);
    expect(new Set(keys(shapes.google)).size).toBe(5);
  });
});

describe("What is no calendar is told as such", () => {
  test.each([
    ["nothing", ""],
    ["a page to sign in at", "<!doctype html><title>Sign in</title>"],
    ["JSON", '{"error":"not here"}'],
    ["a card", "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Amina\r\nEND:VCARD\r\n"],
    ["half a calendar", shapes.google.slice(0, 900)],
    ["bytes", "\u0000\u0001\ufffd".repeat(100)],
  ])("%s", (_, text) => {
    expect(read(text)).toEqual(["fault: not_a_calendar"]);
  });

  test("and whatever else may lie there is read or told, never thrown", () => {
    const lines = fc.array(
      fc.oneof(
        fc.constantFrom(...shapes.google.split("\r\n"), ...shapes.outlook.split("\r\n"), ...shapes.apple.split("\r\n")),
        fc.string({ maxLength: 40 }),
        fc
          .tuple(fc.constantFrom("DTSTART", "DTEND", "RRULE", "EXDATE", "RDATE", "DURATION", "RECURRENCE-ID"), fc.string({ maxLength: 20 }))
          .map(([name, value]) => `${name}:${value}`),
      ),
      { maxLength: 30 },
    );

    fc.assert(
      fc.property(lines, (inside) => {
        const reading = readCalendar(shapes.calendar("BEGIN:VEVENT", ...inside, "END:VEVENT"), asked);
        return (
          reading.kind === "fault" || reading.times.every(({ from, until }) => asked.from <= from && from < until && until <= asked.until)
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe("A calendar that means harm costs little", () => {
  test.each([
    ["every second for ever", "RRULE:FREQ=SECONDLY"],
    ["every second since 1970", "RRULE:FREQ=SECONDLY;UNTIL=20300101T000000Z"],
    [
      "every minute of the day",
      "RRULE:FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11,12;BYMINUTE=0,1,2,3,4,5,6,7,8,9;BYSECOND=0,10,20,30,40,50",
    ],
  ])("%s is too much", (_, rule) => {
    expect(read(event("DTSTART:19700101T000000Z", "DURATION:PT1S", rule))).toEqual(["fault: too_much"]);
  });

  test("more events than a room can have are too many", () => {
    const many = Array.from({ length: 5_001 }, (_, at) => [
      "BEGIN:VEVENT",
      `UID:${at}@x`,
      "DTSTART:20261103T090000Z",
      "DURATION:PT1H",
      "END:VEVENT",
    ]);

    expect(read(shapes.calendar(...many.flat()))).toEqual(["fault: too_much"]);
  });

  test("a rule that never comes true is stopped with its thread", async () => {
    const text = event("DTSTART:20261103T090000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30");

    const started = performance.now();
    const reading = await readInThread(Buffer.from(text), asked, 400);

    expect(reading).toEqual({ kind: "fault", fault: "too_much", reason: "time" });
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  test("and one that does not is read the same in a thread as here", async () => {
    expect(await readInThread(Buffer.from(shapes.outlook), asked)).toEqual(readCalendar(shapes.outlook, asked));
  });
});
