import { z } from "zod";
import { type CrontabEntry, defineJob, every, handles, type JobHandler } from "../../platform/jobs/job.ts";
import { withdrawOpen } from "./answer-hire.ts";
import { forgetHirers } from "./forget-hirers.ts";
import { passTime } from "./pass-time.ts";

const passes = defineJob("hires.pass-time", z.strictObject({}));
export const withdraws = defineJob("hires.withdraw", z.strictObject({ hireId: z.uuid() }));
const forgets = defineJob("hires.forget-hirers", z.strictObject({}));

export const hireJobs: JobHandler[] = [
  handles(passes, async (installation) => {
    await passTime(installation);
  }),
  handles(withdraws, (installation, { hireId }) => withdrawOpen(installation, hireId)),
  handles(forgets, forgetHirers),
];

export const hireCrontab: CrontabEntry[] = [every(passes, "* * * * *", {}), every(forgets, "35 2 * * *", {})];
