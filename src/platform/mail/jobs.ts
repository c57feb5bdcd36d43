import { z } from "zod";
import { defineJob, every, handles } from "../jobs/job.ts";
import { deliverLetters } from "./deliver-letters.ts";

/** Sends the letters that wait. */
export const deliverLettersJob = defineJob("mail.deliver", z.strictObject({}));

export const mailHandlers = [
  handles(deliverLettersJob, async (installation) => {
    await deliverLetters(installation);
  }),
];

// letters that were refused wait for their next try
export const mailCrontab = [every(deliverLettersJob, "* * * * *", {})];
