import type { Tx } from "../../../src/platform/database/database.ts";
import { newId } from "../../../src/platform/database/id.ts";
import { calendarAt } from "../calendar.ts";
import type { Network } from "../network.ts";
import type { Demo } from "../read.ts";
import { partsWithStories } from "./insert-stories.ts";
import { momentOfPublishing } from "./publish-reports.ts";

/** Drafts of reports, counted when somebody reads them; those that were published are frozen a moment later by a job. */
export async function insertReports(tx: Tx, { reports }: Demo, network: Network, now: Temporal.Instant): Promise<void> {
  const { today } = calendarAt(now);
  const day = (said: string) => dayOf(said, today);
  for (const report of reports) {
    const organizationId = network.organizations.get(report.organization);
    const writer = network.people.get(report.writtenBy)?.id;
    if (!organizationId || !writer) continue;
    const writtenBy = momentOfPublishing(report) ?? now;
    const parts = await partsWithStories(tx, report, { organizationId, writer, at: writtenBy.subtract({ hours: 24 * 10 }) }, network);
    await tx
      .insertInto("reports")
      .values({
        ...{ id: newId(), organization_id: organizationId, slug: report.slug },
        ...{ from_day: day(report.from), to_day: day(report.to), borders: day(report.borders) },
        ...{ titles: JSON.stringify(report.titles), leads: JSON.stringify(report.leads), parts: JSON.stringify(parts) },
        ...{ created_at: writtenBy.subtract({ hours: 24 * 14 }), created_by: writer },
      })
      .execute();
  }
}

// "today-5y": the day five years before
function dayOf(said: string, today: Temporal.PlainDate): string {
  const years = /^today(?:-(\d+)y)?$/.exec(said);
  return years ? today.subtract({ years: Number(years[1] ?? 0) }).toString() : said;
}
