import { z } from "zod";
import { type CrontabEntry, defineJob, every, handles, type JobHandler } from "../../platform/jobs/job.ts";
import { refreshFromRegister } from "./refresh-from-register.ts";

const refreshesFromRegister = defineJob("organizations.refresh-from-register", z.object({}));

export const organizationJobs: JobHandler[] = [
  handles(refreshesFromRegister, async (installation) => {
    await refreshFromRegister(installation);
  }),
];

export const organizationCrontab: CrontabEntry[] = [every(refreshesFromRegister, "10 3 * * *", {})];
