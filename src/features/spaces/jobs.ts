import { z } from "zod";
import { type CrontabEntry, defineJob, every, handles, type JobHandler } from "../../platform/jobs/job.ts";
import { askAboutContacts } from "./contact-letters.ts";

const asksAboutContacts = defineJob("spaces.ask-about-contacts", z.object({}));

export const spaceJobs: JobHandler[] = [handles(asksAboutContacts, askAboutContacts)];

// in the morning, on days people are at work
export const spaceCrontab: CrontabEntry[] = [every(asksAboutContacts, "40 6 * * 1-5", {})];
