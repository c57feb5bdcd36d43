import { z } from "zod";
import { type CrontabEntry, defineJob, every, handles, type JobHandler } from "../../platform/jobs/job.ts";
import { expireIntroductions } from "./introductions/expire.ts";

const expire = defineJob("investors.expire-introductions", z.strictObject({}));

export const investorJobs: JobHandler[] = [handles(expire, expireIntroductions)];

export const investorCrontab: CrontabEntry[] = [every(expire, "35 4 * * *", {})];
