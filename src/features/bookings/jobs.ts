import { z } from "zod";
import { type CrontabEntry, defineJob, every, handles, type JobHandler } from "../../platform/jobs/job.ts";
import type { Subscription } from "../../platform/outbox/subscription.ts";
import { bookingClaims } from "./deciding/booking-claims.ts";
import { expireHolds } from "./expire-holds.ts";
import { liveBookings } from "./live-bookings.ts";
import { forgetWaits } from "./waiting/forget-waits.ts";
import { offersTimes, offerTimes, offerTimesEverywhere } from "./waiting/offer-times.ts";
import { waitingSubscriptions } from "./waiting/subscriptions.ts";

const expire = defineJob("bookings.expire-holds", z.strictObject({}));
const forgets = defineJob("bookings.forget-waits", z.strictObject({}));

export const bookingJobs: JobHandler[] = [
  handles(expire, async (installation) => {
    await expireHolds(installation);
  }),
  handles(offersTimes, async (installation, { spaceId }) => {
    const claims = bookingClaims(installation.pipelines);
    if (spaceId === undefined) await offerTimesEverywhere(installation, claims);
    else await offerTimes(installation, claims, spaceId);
  }),
  handles(forgets, forgetWaits),
];

export const bookingCrontab: CrontabEntry[] = [
  every(expire, "* * * * *", {}),
  every(offersTimes, "*/10 * * * *", {}),
  every(forgets, "50 2 * * *", {}),
];

export const bookingSubscriptions: Subscription[] = [...waitingSubscriptions, liveBookings];
