import { z } from "zod";
import { enqueue } from "../../platform/jobs/enqueue.ts";
import { type CrontabEntry, defineJob, every, handles, type JobHandler } from "../../platform/jobs/job.ts";
import { type Subscription, subscription } from "../../platform/outbox/subscription.ts";
import { bookingClaims } from "./deciding/booking-claims.ts";
import { endedLetters } from "./ended-letters.ts";
import { expireHolds } from "./expire-holds.ts";
import { giveBackBookings } from "./give-back-bookings.ts";
import { liveBookings } from "./live-bookings.ts";
import { releaseMissed } from "./release-missed.ts";

const expire = defineJob("bookings.expire-holds", z.strictObject({}));
const release = defineJob("bookings.release-missed", z.strictObject({}), { isAwaited: true });
const givesBack = defineJob("bookings.give-back", z.strictObject({ personId: z.uuid() }));

export const bookingJobs: JobHandler[] = [
  handles(expire, async (installation) => {
    await expireHolds(installation, bookingClaims(installation.pipelines));
  }),
  handles(release, async (installation) => {
    await releaseMissed(installation, bookingClaims(installation.pipelines));
  }),
  handles(givesBack, async (installation, { personId }) => {
    await giveBackBookings(installation, bookingClaims(installation.pipelines), personId);
  }),
];

export const bookingCrontab: CrontabEntry[] = [every(expire, "* * * * *", {}), every(release, "* * * * *", {})];

const erasedPerson = z.object({ personId: z.uuid() });

export const bookingSubscriptions: Subscription[] = [
  liveBookings,
  endedLetters,
  subscription("bookings.give-back", ["person.erased"], async (tx, { payload }) => {
    await enqueue(tx, givesBack, erasedPerson.parse(payload));
  }),
];
