import { z } from "zod";
import { type CrontabEntry, defineJob, every, handles, type JobHandler } from "../../src/platform/jobs/job.ts";
import { writeDesigns } from "./insert-orders.ts";
import { readDemo } from "./read.ts";
import { refreshDemo } from "./refresh.ts";
import { publishesReports, publishReports } from "./year/publish-reports.ts";

const refreshesDemo = defineJob("demo.refresh", z.object({}));

export const demoJobs: JobHandler[] = [
  handles(refreshesDemo, async ({ db, files, now, settings }) => {
    if (!settings.isDemo) return;
    await refreshDemo(db, now());
    await writeDesigns(db, files, readDemo());
  }),
  handles(publishesReports, ({ db }) => publishReports(db)),
];

// In Norway half past eight in the morning, when the first guests come, and half past eight in the evening; an hour later in summer.
export const demoCrontab: CrontabEntry[] = [every(refreshesDemo, "30 7,19 * * *", {})];
