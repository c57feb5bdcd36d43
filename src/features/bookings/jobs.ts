import { z } from "zod";
import { type CrontabEntry, defineJob, every, handles, type JobHandler } from "../../platform/jobs/job.ts";
import { bookingClaims } from "./deciding/booking-claims.ts";
import { expireHolds } from "./expire-holds.ts";
import { giveBackBookings } from "./give-back-bookings.ts";
import { fitCalendars } from "./outside/fit-calendar.ts";
import { calendarIdsIn } from "./outside/queries.ts";
import { readDueCalendars } from "./outside/read-due.ts";
import { releaseMissed } from "./release-missed.ts";
import { repriceBookings } from "./repricing/reprice-bookings.ts";
import { extendSeries } from "./series/extend-series.ts";
import { forgetWaits } from "./waiting/forget-waits.ts";
import { offersTimes, offerTimes, offerTimesEverywhere } from "./waiting/offer-times.ts";
import { writeUse } from "./write-use.ts";

const expire = defineJob("bookings.expire-holds", z.strictObject({}));
const release = defineJob("bookings.release-missed", z.strictObject({}), { isAwaited: true });
const use = defineJob("bookings.use", z.strictObject({}));
const extendsSeries = defineJob("bookings.extend-series", z.strictObject({}));
const forgets = defineJob("bookings.forget-waits", z.strictObject({}));
const readsCalendars = defineJob("bookings.read-calendars", z.strictObject({}));
export const givesBack = defineJob("bookings.give-back", z.strictObject({ personId: z.uuid() }));

export const reprices = defineJob(
  "bookings.reprice",
  z.strictObject({ spaceId: z.uuid(), subscriptionId: z.uuid(), at: z.string(), causeId: z.uuid() }),
);

export const bookingJobs: JobHandler[] = [
  handles(expire, async (installation) => {
    await expireHolds(installation, bookingClaims(installation.pipelines));
  }),
  handles(release, async (installation) => {
    await releaseMissed(installation, bookingClaims(installation.pipelines));
  }),
  handles(use, async (installation) => {
    await writeUse(installation);
  }),
  handles(givesBack, async (installation, { personId }) => {
    await giveBackBookings(installation, bookingClaims(installation.pipelines), personId);
  }),
  handles(offersTimes, async (installation, { spaceId }) => {
    const claims = bookingClaims(installation.pipelines);
    if (spaceId === undefined) return offerTimesEverywhere(installation, claims);
    // time that another calendar has taken all along goes to that before anybody is offered it
    await fitCalendars(installation, await calendarIdsIn(installation.db, spaceId));
    await offerTimes(installation, claims, spaceId);
  }),
  handles(reprices, async (installation, { at, ...of }) => {
    await repriceBookings(installation, bookingClaims(installation.pipelines), { ...of, at: Temporal.Instant.from(at) });
  }),
  handles(readsCalendars, (installation, _, { signal }) => readDueCalendars(installation, signal)),
  handles(extendsSeries, async (installation) => {
    await extendSeries(installation, bookingClaims(installation.pipelines));
  }),
  handles(forgets, forgetWaits),
];

export const bookingCrontab: CrontabEntry[] = [
  every(expire, "* * * * *", {}),
  every(release, "* * * * *", {}),
  every(use, "* * * * *", {}),
  every(offersTimes, "*/10 * * * *", {}),
  every(readsCalendars, "*/5 * * * *", {}),
  every(extendsSeries, "20 2 * * *", {}),
  every(forgets, "50 2 * * *", {}),
];
