import { z } from "zod";
import { enqueue } from "../../platform/jobs/enqueue.ts";
import { type CrontabEntry, defineJob, every, handles, type JobHandler } from "../../platform/jobs/job.ts";
import { type Subscription, subscription } from "../../platform/outbox/subscription.ts";
import { bookingClaims } from "./deciding/booking-claims.ts";
import { expireHolds } from "./expire-holds.ts";
import { giveBackBookings } from "./give-back-bookings.ts";

const expire = defineJob("bookings.expire-holds", z.strictObject({}));
const givesBack = defineJob("bookings.give-back", z.strictObject({ personId: z.uuid() }));

export const bookingJobs: JobHandler[] = [
  handles(expire, async (installation) => {
    await expireHolds(installation);
  }),
  handles(givesBack, async (installation, { personId }) => {
    await giveBackBookings(installation, bookingClaims(installation.pipelines), personId);
  }),
];

export const bookingCrontab: CrontabEntry[] = [every(expire, "* * * * *", {})];

const erasedPerson = z.object({ personId: z.uuid() });

export const bookingSubscriptions: Subscription[] = [
  subscription("bookings.give-back", ["person.erased"], async (tx, { payload }) => {
    await enqueue(tx, givesBack, erasedPerson.parse(payload));
  }),
];
