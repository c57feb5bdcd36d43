import { z } from "zod";
import { type CrontabEntry, defineJob, every, handles, type JobHandler } from "../../platform/jobs/job.ts";
import { expireHolds } from "./expire-holds.ts";

const expire = defineJob("bookings.expire-holds", z.strictObject({}));

export const bookingJobs: JobHandler[] = [
  handles(expire, async (installation) => {
    await expireHolds(installation);
  }),
];

export const bookingCrontab: CrontabEntry[] = [every(expire, "* * * * *", {})];
