import { z } from "zod";
import { findActor } from "../../../src/features/accounts/index.ts";
import { findReport, freezeReport } from "../../../src/features/reports/index.ts";
import type { Db } from "../../../src/platform/database/database.ts";
import { defineJob } from "../../../src/platform/jobs/job.ts";
import { dayIn, momentOf } from "../../../src/platform/time/day.ts";
import { timeZone } from "../calendar.ts";
import { readDemo } from "../read.ts";
import type { DemoReport } from "./report-contract.ts";

/** Put in the queue as the network is loaded: to count two years takes longer than to load them, and nobody should wait for it to begin. */
export const publishesReports = defineJob("demo.publish-reports", z.object({}));

/**
 * Freezes the reports of the demonstration that were published, by the function that freezes every report, so that figures, rows and
 * checksum belong together. One that is frozen stays as it is.
 */
export async function publishReports(db: Db): Promise<void> {
  for (const report of readDemo().reports) {
    const at = momentOfPublishing(report);
    if (!at) continue;
    await db
      .transaction()
      .setIsolationLevel("repeatable read")
      .execute(async (tx) => {
        const draft = await findReport(tx, report.slug);
        if (!draft || draft.published_at) return;
        const writer = await tx.selectFrom("people").select("id").where("email", "=", report.writtenBy).executeTakeFirst();
        const actor = writer && (await findActor(tx, writer.id, dayIn(at, timeZone)));
        if (actor) await freezeReport({ db: tx, now: () => at }, actor, draft, "nb");
      });
  }
}

/** When a report was published; undefined of a draft. */
export function momentOfPublishing({ publishedOn }: DemoReport): Temporal.Instant | undefined {
  return publishedOn === undefined ? undefined : momentOf(publishedOn, "10:00", timeZone);
}
