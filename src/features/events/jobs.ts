import { z } from "zod";
import { type CrontabEntry, defineJob, every, handles, type JobHandler } from "../../platform/jobs/job.ts";
import { endLapsed, offerFreePlaces } from "./end-lapsed.ts";
import { registrationClaims } from "./registering/registration-claims.ts";

const lapse = defineJob("events.end-lapsed", z.strictObject({}));

export const eventJobs: JobHandler[] = [
  handles(lapse, async (installation) => {
    const claims = registrationClaims(installation.pipelines);
    await endLapsed(installation, claims);
    await offerFreePlaces(installation, claims);
  }),
];

export const eventCrontab: CrontabEntry[] = [every(lapse, "* * * * *", {})];
