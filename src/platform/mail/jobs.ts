import { z } from "zod";
import { defineJob, every, handles } from "../jobs/job.ts";
import { deliverLetters } from "./deliver-letters.ts";

/** Sends the letters that wait. */
export const deliverLettersJob = defineJob("mail.deliver", z.strictObject({}), { isAwaited: true });

export const mailHandlers = [
  handles(deliverLettersJob, async (installation, _payload, { signal }) => {
    // a rush writes more letters than are sent at once
    while (!signal.aborted && (await deliverLetters(installation)) > 0);
  }),
];

// letters that were refused wait for their next try
export const mailCrontab = [every(deliverLettersJob, "* * * * *", {})];
