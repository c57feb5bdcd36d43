import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../tests/support/installation.ts";
import { networkBuilder } from "../../../tests/support/network.ts";
import { addDays, weekdayOf } from "../../platform/time/day.ts";
import { isHoliday } from "../../platform/time/holidays.ts";
import { seatsOpened } from "../exchange/seats-opened.ts";
import { holidaysFrom } from "./holiday-names.ts";
import { closesAfter, isOpenAt, type Opening, openIntervals, openingOn, opensAfter } from "./opening.ts";
import { groupWeekdays, overlappingWeekday } from "./opening-week.ts";
import { findSpace, openingOf } from "./queries.ts";

const officeHours = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: "08:00", closes: "17:00" }));
const allNight = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: "00:00", closes: "24:00" }));

function house(given: Partial<Opening> = {}): Opening {
  return {
    timeZone: "Europe/Oslo",
    hours: officeHours,
    exceptions: [],
    isOpenOnHolidays: false,
    from: "2020-01-01",
    until: null,
    ...given,
  };
}

const at = (moment: string) => Temporal.Instant.from(moment);

describe("A day of a space", () => {
  test("has the openings of its weekday, in order", () => {
    const twice = house({
      hours: [
        { weekday: 2, opens: "13:00", closes: "20:00" },
        { weekday: 2, opens: "08:00", closes: "12:00" },
      ],
    });

    expect(openingOn(twice, "2026-11-24")).toEqual({
      day: "2026-11-24",
      times: [
        { opens: "08:00", closes: "12:00" },
        { opens: "13:00", closes: "20:00" },
      ],
      closedBecause: null,
    });
  });

  test("says why it is closed", () => {
    const planningDay = { day: "2026-12-04", opens: null, closes: null, reasons: { nb: "Planleggingsdag" } };
    const moved = house({ exceptions: [planningDay], from: "2026-01-02", until: "2027-07-01" });

    const days = ["2026-11-28", "2026-12-04", "2026-12-25", "2025-12-01", "2027-07-01"];

    expect(days.map((day) => openingOn(moved, day).closedBecause)).toEqual(["weekday", "exception", "holiday", "not_yet", "no_more"]);
  });

  test("is open on a holiday when the house says so for that day, and only then", () => {
    const openOnConstitutionDay = { day: "2027-05-17", opens: "10:00", closes: "14:00", reasons: {} };

    expect(openingOn(house(), "2027-05-17").closedBecause).toBe("holiday");
    expect(openingOn(house({ exceptions: [openOnConstitutionDay] }), "2027-05-17").times).toEqual([{ opens: "10:00", closes: "14:00" }]);
    expect(openingOn(house({ isOpenOnHolidays: true }), "2027-05-17").times).toEqual([{ opens: "08:00", closes: "17:00" }]);
  });

  test("an opening on a day the house is closed for good does not count", () => {
    const late = { day: "2026-12-02", opens: "10:00", closes: "14:00", reasons: {} };

    expect(openingOn(house({ exceptions: [late], until: "2026-12-01" }), "2026-12-02").closedBecause).toBe("no_more");
  });
});

describe("The door", () => {
  test("is open from the minute it opens until the minute it closes, in the zone of the house", () => {
    const oslo = house();
    const london = house({ timeZone: "Europe/London" });

    expect(["06:59:59Z", "07:00:00Z", "15:59:59Z", "16:00:00Z"].map((time) => isOpenAt(oslo, at(`2026-11-24T${time}`)))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(isOpenAt(london, at("2026-11-24T07:00:00Z"))).toBe(false);
    expect(isOpenAt(london, at("2026-11-24T16:59:59Z"))).toBe(true);
  });

  test("next opens after the night, the weekend, the holidays and the days that differ", () => {
    const closedBetween = ["2026-12-28", "2026-12-29", "2026-12-30"].map((day) => ({ day, opens: null, closes: null, reasons: {} }));
    const resting = house({ exceptions: closedBetween });

    expect(opensAfter(resting, at("2026-11-24T05:00:00Z"))).toEqual(at("2026-11-24T07:00:00Z"));
    expect(opensAfter(resting, at("2026-11-27T10:00:00Z"))).toEqual(at("2026-11-30T07:00:00Z"));
    expect(opensAfter(resting, at("2026-12-24T17:00:00Z"))).toEqual(at("2026-12-31T07:00:00Z"));
    expect(opensAfter(house({ hours: [] }), at("2026-11-24T05:00:00Z"))).toBeUndefined();
    expect(opensAfter(house({ until: "2026-11-24" }), at("2026-11-24T05:00:00Z"))).toBeUndefined();
  });

  test("closes once, though an opening is written as two, over noon or over midnight", () => {
    const friday = { weekday: 5, opens: "18:00", closes: "24:00" };
    const night = house({
      hours: [...officeHours, { weekday: 5, opens: "17:00", closes: "18:00" }, friday, { weekday: 6, opens: "00:00", closes: "03:00" }],
    });

    expect(closesAfter(night, at("2026-11-27T12:00:00Z"))).toEqual(at("2026-11-28T02:00:00Z"));
    expect(closesAfter(night, at("2026-11-27T06:00:00Z"))).toBeUndefined();
    expect(opensAfter(night, at("2026-11-27T12:00:00Z"))).toEqual(at("2026-11-30T07:00:00Z"));
  });

  test("of a house that never closes has no next opening and stands open all through", () => {
    const never = house({ hours: allNight, isOpenOnHolidays: true });

    expect(opensAfter(never, at("2026-11-27T12:00:00Z"))).toBeUndefined();
    expect(closesAfter(never, at("2026-11-27T12:00:00Z"))).toBeUndefined();
    expect(isOpenAt(never, at("2026-12-31T23:00:00Z"))).toBe(true);
  });
});

describe("The days the clock is moved", () => {
  const hoursOpen = (opening: Opening, day: string) =>
    openIntervals(opening, day).map(({ from, until }) => from.until(until).total("hours"));

  test("29 March has 23 hours and 25 October 25", () => {
    const never = house({ hours: allNight });

    expect(hoursOpen(never, "2026-03-28")).toEqual([24]);
    expect(hoursOpen(never, "2026-03-29")).toEqual([23]);
    expect(hoursOpen(never, "2026-10-25")).toEqual([25]);
  });

  test("a house that opens at eight opens at eight, before and after", () => {
    const sundays = house({ hours: [{ weekday: 7, opens: "08:00", closes: "12:00" }] });

    expect(opensAfter(sundays, at("2026-03-28T12:00:00Z"))).toEqual(at("2026-03-29T06:00:00Z"));
    expect(opensAfter(sundays, at("2026-10-24T12:00:00Z"))).toEqual(at("2026-10-25T07:00:00Z"));
  });

  test("an opening from two to three in the night does not exist on 29 March, and is long on 25 October", () => {
    const night = house({ hours: [{ weekday: 7, opens: "02:00", closes: "03:00" }] });

    expect(openIntervals(night, "2026-03-29")).toEqual([]);
    expect(hoursOpen(night, "2026-10-25")).toEqual([2]);
    expect(isOpenAt(night, at("2026-10-25T00:30:00Z"))).toBe(true);
    expect(isOpenAt(night, at("2026-10-25T01:30:00Z"))).toBe(true);
    expect(opensAfter(night, at("2026-03-28T12:00:00Z"))).toEqual(at("2026-04-12T00:00:00Z"));
  });
});

describe("The week", () => {
  test("is said in days with the same hours", () => {
    const hours = officeHours.map((time) => (time.weekday === 5 ? { ...time, closes: "15:30" } : time));

    expect(groupWeekdays(hours)).toEqual([
      { first: 1, last: 4, times: [{ opens: "08:00", closes: "17:00" }] },
      { first: 5, last: 5, times: [{ opens: "08:00", closes: "15:30" }] },
      { first: 6, last: 7, times: [] },
    ]);
  });

  test("keeps equal days apart when another lies between", () => {
    const hours = officeHours.filter(({ weekday }) => weekday !== 3);

    expect(groupWeekdays(hours).map(({ first, last }) => [first, last])).toEqual([
      [1, 2],
      [3, 3],
      [4, 5],
      [6, 7],
    ]);
  });

  test("two openings may meet but not overlap", () => {
    const morning = { weekday: 3, opens: "08:00", closes: "12:00" };

    expect(overlappingWeekday([morning, { weekday: 3, opens: "12:00", closes: "16:00" }])).toBeUndefined();
    expect(overlappingWeekday([morning, { weekday: 4, opens: "09:00", closes: "16:00" }])).toBeUndefined();
    expect(overlappingWeekday([{ weekday: 3, opens: "11:59", closes: "16:00" }, morning])).toBe(3);
  });
});

test("every public holiday has a name of its own in each language", () => {
  const holidays = holidaysFrom("2026-01-01", 365 * 12);

  expect(new Set(holidays.map(({ names }) => names.nb)).size).toBe(12);
  expect(new Set(holidays.map(({ names }) => names.en)).size).toBe(12);
  expect(holidays.find(({ day }) => day === "2026-04-02")).toEqual({
    day: "2026-04-02",
    names: { nb: "Skjærtorsdag", nn: "Skjertorsdag", en: "Maundy Thursday" },
  });
});

describe("The rule and the database", () => {
  let installation: TestInstallation;
  beforeAll(async () => {
    installation = await testInstallation();
  });
  afterAll(() => installation.close());

  test("agree on every day of two years which days guests find an open door", async () => {
    const { db } = installation;
    const { id } = await networkBuilder(installation).space("naustet", { seats: 3 });
    await db.updateTable("spaces").set({ during: "[2026-02-02,2027-11-01)" }).where("id", "=", id).execute();
    await db
      .insertInto("opening_exceptions")
      .values([
        { space_id: id, day: "2026-12-04" },
        { space_id: id, day: "2026-12-05", opens: "10:00", closes: "14:00" },
        { space_id: id, day: "2027-05-17", opens: "10:00", closes: "12:00" },
        { space_id: id, day: "2027-11-02", opens: "10:00", closes: "12:00" },
      ])
      .execute();
    const row = (await findSpace(db, id))!;
    const opening = await openingOf(db, row, "2026-01-01");
    const days = Array.from({ length: 730 }, (_, ahead) => addDays("2026-01-01", ahead));

    const { rows } = await sql<{ day: string; seats: number }>`
      select k.day::date as day, ${sql.raw(seatsOpened("k.space_id", "k.day", "k.holiday"))} as seats
      from unnest(${days.map(() => id)}::uuid[], ${days}::date[], ${days.map(isHoliday)}::boolean[]) k(space_id, day, holiday) order by 1`.execute(
      db,
    );

    expect(rows.map(({ seats }) => seats > 0)).toEqual(days.map((day) => openingOn(opening, day).times.length > 0));
    expect(rows.filter(({ seats }) => seats > 0).length).toBeGreaterThan(400);
    expect(rows.find(({ day }) => weekdayOf(day) === 6 && rows.some((one) => one.day === day && one.seats > 0))?.day).toBe("2026-12-05");
  });
});
