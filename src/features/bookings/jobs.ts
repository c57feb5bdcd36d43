import { z } from "zod";
import { type CrontabEntry, defineJob, every, handles, type JobHandler } from "../../platform/jobs/job.ts";
import { expireHolds } from "./expire-holds.ts";
import { writeUse } from "./write-use.ts";

const expire = defineJob("bookings.expire-holds", z.strictObject({}));
const use = defineJob("bookings.use", z.strictObject({}));

export const bookingJobs: JobHandler[] = [
  handles(expire, async (installation) => {
    await expireHolds(installation);
  }),
  handles(use, async (installation) => {
    await writeUse(installation);
  }),
];

export const bookingCrontab: CrontabEntry[] = [every(expire, "* * * * *", {}), every(use, "* * * * *", {})];
