import { z } from "zod";
import { type CrontabEntry, defineJob, every, handles, type JobHandler } from "../../platform/jobs/job.ts";
import type { Subscription } from "../../platform/outbox/subscription.ts";
import { forgetVisits } from "./forget-visits.ts";
import { visitLetters } from "./letters/visit-letters.ts";
import { liveVisits } from "./live-visits.ts";

const forgets = defineJob("visitors.forget", z.strictObject({}));

export const visitorJobs: JobHandler[] = [handles(forgets, forgetVisits)];

export const visitorCrontab: CrontabEntry[] = [every(forgets, "10 3 * * *", {})];

export const visitorSubscriptions: Subscription[] = [visitLetters, liveVisits];
