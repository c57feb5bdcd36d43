import { findActor } from "../../../src/features/accounts/index.ts";
import { findReport, freezeReport } from "../../../src/features/reports/index.ts";
import type { Tx } from "../../../src/platform/database/database.ts";
import { newId } from "../../../src/platform/database/id.ts";
import { momentOf } from "../../../src/platform/time/day.ts";
import { timeZone } from "../calendar.ts";
import type { Network } from "../network.ts";
import type { Demo } from "../read.ts";

/** Reports that were published: frozen by the function that freezes every report, so that figures, rows and checksum belong together. */
export async function insertReports(tx: Tx, { reports }: Demo, network: Network): Promise<void> {
  for (const report of reports) {
    const organizationId = network.organizations.get(report.organization);
    const actor = await findActor(tx, network.people.get(report.publishedBy)?.id ?? "", report.publishedOn);
    if (!organizationId || !actor) continue;
    const [id, at] = [newId(), momentOf(report.publishedOn, "10:00", timeZone)];
    await tx
      .insertInto("reports")
      .values({
        ...{ id, organization_id: organizationId, slug: report.slug, from_day: report.from, to_day: report.to, borders: report.borders },
        ...{ titles: JSON.stringify(report.titles), leads: JSON.stringify(report.leads), parts: JSON.stringify(report.parts) },
        ...{ created_at: at.subtract({ hours: 24 * 14 }), created_by: actor.personId },
      })
      .execute();
    const draft = await findReport(tx, id);
    if (draft) await freezeReport({ db: tx, now: () => at }, actor, draft, "nb");
  }
}
