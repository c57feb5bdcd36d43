import { z } from "zod";
import { type CrontabEntry, defineJob, every, handles, type JobHandler } from "../../platform/jobs/job.ts";
import { remindOfDeadlines } from "./funding/remind.ts";

const remind = defineJob("projects.remind-of-deadlines", z.strictObject({}));

export const projectJobs: JobHandler[] = [handles(remind, remindOfDeadlines)];

export const projectCrontab: CrontabEntry[] = [every(remind, "25 6 * * *", {})];
