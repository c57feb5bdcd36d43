import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, dayIn, momentOf } from "../../../platform/time/day.ts";
import { overlap, withBuffers } from "../booking.ts";
import type { ResourceFacts, Taken } from "../deciding/facts.ts";
import { placesBeside } from "../deciding/taken-time.ts";
import { ruleAgainst } from "../rules.ts";
import { freeTimes } from "./free-times.ts";
import { wantedIn } from "./wanted.ts";

const step = fc.constantFrom(5, 10, 15, 20, 30, 60);
const zones = ["Europe/Oslo", "Africa/Cairo", "Australia/Lord_Howe", "Australia/Lord_Howe"] as const;
// clocks change on these days, in Cairo at midnight and on Lord Howe by half an hour
const days = ["2026-10-24", "2026-10-30", "2027-03-27", "2027-04-29", "2027-04-03", "2026-10-03", "2026-11-24"];

const cases = fc.record({
  timeZone: fc.constantFrom(...zones),
  day: fc.constantFrom(...days),
  offsetMinutes: fc.integer({ min: -300, max: 300 }),
  windowHours: fc.integer({ min: 1, max: 40 }),
  stepMinutes: step,
  steps: fc.integer({ min: 1, max: 4 }),
  bufferBeforeMinutes: fc.constantFrom(0, 7, 20),
  bufferAfterMinutes: fc.constantFrom(0, 15),
  noticeMinutes: fc.constantFrom(0, 600),
  horizonDays: fc.constantFrom(1, 2, 30),
  opensWithHouse: fc.boolean(),
  places: fc.constantFrom(1, 2),
  usedUntil: fc.constantFrom(null, 1),
  hours: fc.array(fc.record({ opens: fc.constantFrom("00:00", "01:30", "08:10"), closes: fc.constantFrom("02:40", "16:55", "24:00") }), {
    minLength: 1,
    maxLength: 2,
  }),
  taken: fc.array(
    fc.record({
      seconds: fc.oneof(
        fc.integer({ min: 0, max: 144_000 }),
        fc.integer({ min: 0, max: 480 }).map((fives) => fives * 300),
      ),
      minutes: fc.oneof(fc.integer({ min: 1, max: 300 }), fc.constantFrom(30, 60)),
      place: fc.constantFrom(1, 2),
    }),
    {
      maxLength: 4,
    },
  ),
});

/** Every minute of the window at which booking so long would be accepted, asked rule by rule. */
function accepted(resource: ResourceFacts, wanted: ReturnType<typeof wantedIn>, taken: readonly Taken[]): string[] {
  const starts: string[] = [];
  const standing = { booker: "members" as const, certificateLevel: 0, weekMinutes: 0 };
  for (let from = wanted.from.round({ smallestUnit: "minute", roundingMode: "ceil" }); ; from = from.add({ minutes: 1 })) {
    const time = { from, until: from.add({ minutes: wanted.minutes }) };
    if (Temporal.Instant.compare(time.until, wanted.until) > 0) return starts;
    if (ruleAgainst({ ...time, people: null, at: wanted.at }, resource.rules, resource.opening, standing, false)) continue;
    const withMargins = withBuffers(time, resource);
    const beside = taken.filter((one) => overlap(one, withMargins));
    if (placesBeside(resource, beside).length > 0) starts.push(from.toString());
  }
}

test("what is offered is what each rule allows, minute by minute, also on days when clocks change", () => {
  fc.assert(
    fc.property(cases, (given) => {
      const { timeZone, day, stepMinutes, places } = given;
      const midnight = momentOf(day, "22:00", timeZone);
      const at = midnight.subtract({ hours: 6 }).add({ milliseconds: 12, nanoseconds: 345 });
      const from = midnight.add({ minutes: given.offsetMinutes });
      const minutes = stepMinutes * given.steps;
      const rules = {
        capacity: 8,
        stepMinutes,
        shortestMinutes: stepMinutes,
        longestMinutes: 240,
        noticeMinutes: given.noticeMinutes,
        horizonDays: given.horizonDays,
        weeklyMinutes: null,
        bookedBy: "members" as const,
        opensWithHouse: given.opensWithHouse,
        inUse: { from: day, until: given.usedUntil === null ? null : addDays(dayIn(from, timeZone), given.usedUntil) },
        certification: null,
      };
      const hours = [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) =>
        given.hours.filter(({ opens, closes }) => opens < closes).map((one) => ({ weekday, ...one })),
      );
      const resource: ResourceFacts = {
        ...{
          id: "room",
          spaceId: "house",
          hostId: "host",
          kind: "desk_pool",
          isVatRegistered: null,
          version: 1,
          places,
          cancelByMinutes: 0,
        },
        ...{ needsApproval: false, needsCheckIn: false, prices: [], family: [{ id: "room", places }], rules },
        ...{ bufferBeforeMinutes: given.bufferBeforeMinutes, bufferAfterMinutes: given.bufferAfterMinutes },
        opening: { timeZone, hours, exceptions: [], isOpenOnHolidays: true, from: null, until: null },
      };
      const taken = given.taken.map(({ seconds, minutes: long, place }): Taken => {
        const starts = from.add({ seconds });
        return {
          bookingId: "other",
          resourceId: "room",
          heldUntil: null,
          place,
          from: starts,
          until: starts.add({ minutes: long, nanoseconds: 900 }),
        };
      });
      const wanted = wantedIn({ from, until: from.add({ hours: given.windowHours }) }, { minutes, people: null, at });

      const free = freeTimes(wanted, resource, () => ({ booker: "members", certificateLevel: 0, weekMinutes: 0 }), taken);

      const offered = free.flatMap((run) => {
        const starts: string[] = [];
        for (
          let each = run.from;
          Temporal.Instant.compare(each.add({ minutes }), run.until) <= 0;
          each = each.add({ minutes: stepMinutes })
        )
          starts.push(each.toString());
        return starts;
      });
      expect(offered).toEqual(accepted(resource, wanted, taken));
    }),
    { numRuns: 150 },
  );
});
