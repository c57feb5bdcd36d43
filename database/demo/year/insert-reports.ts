import { findActor } from "../../../src/features/accounts/index.ts";
import { findReport, freezeReport } from "../../../src/features/reports/index.ts";
import type { Tx } from "../../../src/platform/database/database.ts";
import { newId } from "../../../src/platform/database/id.ts";
import { dayIn, momentOf } from "../../../src/platform/time/day.ts";
import { calendarAt, timeZone } from "../calendar.ts";
import type { Network } from "../network.ts";
import type { Demo } from "../read.ts";

/**
 * Reports. Those that were published are frozen by the function that freezes every report, so that figures, rows and checksum belong
 * together; drafts are counted when somebody reads them.
 */
export async function insertReports(tx: Tx, { reports }: Demo, network: Network, now: Temporal.Instant): Promise<void> {
  const { today } = calendarAt(now);
  const day = (said: string) => dayOf(said, today);
  for (const report of reports) {
    const organizationId = network.organizations.get(report.organization);
    const writer = network.people.get(report.writtenBy)?.id;
    if (!organizationId || !writer) continue;
    const id = newId();
    const publishedAt = report.publishedOn && momentOf(report.publishedOn, "10:00", timeZone);
    await tx
      .insertInto("reports")
      .values({
        ...{ id, organization_id: organizationId, slug: report.slug },
        ...{ from_day: day(report.from), to_day: day(report.to), borders: day(report.borders) },
        ...{ titles: JSON.stringify(report.titles), leads: JSON.stringify(report.leads), parts: JSON.stringify(report.parts) },
        ...{ created_at: (publishedAt || now).subtract({ hours: 24 * 14 }), created_by: writer },
      })
      .execute();
    if (publishedAt) await publish(tx, id, writer, publishedAt);
  }
}

async function publish(tx: Tx, id: string, personId: string, at: Temporal.Instant): Promise<void> {
  const draft = await findReport(tx, id);
  const actor = await findActor(tx, personId, dayIn(at, timeZone));
  if (draft && actor) await freezeReport({ db: tx, now: () => at }, actor, draft, "nb");
}

// "today-5y": the day five years before
function dayOf(said: string, today: Temporal.PlainDate): string {
  const years = /^today(?:-(\d+)y)?$/.exec(said);
  return years ? today.subtract({ years: Number(years[1] ?? 0) }).toString() : said;
}
