import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import { audit } from "../../platform/audit.ts";
import { sameVersion } from "../../platform/http/version.ts";
import type { Installation } from "../../platform/installation.ts";
import type { Language } from "../../platform/language/language.ts";
import { announce } from "../../platform/outbox.ts";
import { dayIn } from "../../platform/time/day.ts";
import { freezeReport } from "./freeze-report.ts";
import { mayWriteReports } from "./policy.ts";
import { findReport } from "./queries.ts";
import { reportRefusals } from "./refusals.ts";

/**
 * Freezes a report with its figures and the rows they were counted from, and shows it to everybody. The figures and rows are read in
 * one transaction that sees one state of the database, so that they belong together.
 * @throws Refusal report.published, report.period_not_over, story.people_not_said, story.alt_missing, story.consent_missing
 */
export async function publishReport(
  installation: Installation,
  actor: Actor,
  idOrSlug: string,
  expected: number | undefined,
  language: Language,
): Promise<void> {
  const { db, now } = installation;
  const known = await findReport(db, idOrSlug);
  authorize(actor, known !== undefined && mayWriteReports(actor, known.organization_id));
  const { id, organization_id: organizationId } = found(known);
  const at = now();
  await db
    .transaction()
    .setIsolationLevel("repeatable read")
    .execute(async (tx) => {
      const row = found(await findReport(tx, id));
      sameVersion(expected, row);
      if (row.published_at) throw reportRefusals.published();
      if (row.to_day > dayIn(at, "Europe/Oslo")) throw reportRefusals.periodNotOver({ to: row.to_day });
      const checksum = await freezeReport({ db: tx, now: () => at }, actor, row, language);
      await audit(tx, { actor, at, action: "report.publish", subject: { kind: "report", id }, organizationId, details: { checksum } });
      await announce(tx, [{ at, topic: "report.published", organizationIds: [organizationId], payload: { reportId: id } }]);
    });
}
