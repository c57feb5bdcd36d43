import { z } from "zod";
import { type CrontabEntry, defineJob, every, handles, type JobHandler } from "../../platform/jobs/job.ts";
import { remindOfDeadlines } from "./letters/remind.ts";
import { removesFiles } from "./remove-files.ts";

const reminds = defineJob("calls.remind", z.strictObject({}));

export const callJobs: JobHandler[] = [handles(reminds, remindOfDeadlines), removesFiles];

export const callCrontab: CrontabEntry[] = [every(reminds, "*/10 * * * *", {})];
