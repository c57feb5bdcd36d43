import { z } from "zod";
import { type CrontabEntry, defineJob, every, handles, type JobHandler } from "../../platform/jobs/job.ts";
import { beginDuePeriods } from "./begin-periods.ts";
import { expireAllowances } from "./expire-allowances.ts";
import { tellOfAllowances } from "./letters/tell-of-allowances.ts";

const tell = defineJob("plans.tell", z.strictObject({}));
const turn = defineJob("plans.turn-periods", z.strictObject({}));

export const planJobs: JobHandler[] = [
  handles(turn, async (installation) => {
    await beginDuePeriods(installation);
    await expireAllowances(installation);
  }),
  handles(tell, tellOfAllowances),
];

// houses in other time zones have their midnight at another hour
export const planCrontab: CrontabEntry[] = [every(turn, "2 * * * *", {}), every(tell, "17 6-18 * * *", {})];
