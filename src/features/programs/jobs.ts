import { z } from "zod";
import { type CrontabEntry, defineJob, every, handles, type JobHandler } from "../../platform/jobs/job.ts";
import { observeRegister } from "./observing/observe-register.ts";
import { remindFounders } from "./observing/remind-founders.ts";

const reminds = defineJob("programs.remind-founders", z.strictObject({}));
const readsRegister = defineJob("programs.observe-register", z.strictObject({}));

export const programJobs: JobHandler[] = [
  handles(reminds, async (installation) => {
    await remindFounders(installation);
  }),
  handles(readsRegister, async (installation) => {
    await observeRegister(installation);
  }),
];

// the register is read after its nightly refresh
export const programCrontab: CrontabEntry[] = [every(readsRegister, "40 3 * * *", {}), every(reminds, "15 6 * * *", {})];
