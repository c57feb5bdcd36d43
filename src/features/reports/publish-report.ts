import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import { audit } from "../../platform/audit.ts";
import { sameVersion } from "../../platform/http/version.ts";
import type { Installation } from "../../platform/installation.ts";
import type { Language } from "../../platform/language/language.ts";
import { announce } from "../../platform/outbox.ts";
import { dayIn } from "../../platform/time/day.ts";
import { countFigures } from "./count-figures.ts";
import { drawPrograms } from "./draw-programs.ts";
import { checksumOf, type FrozenFigure } from "./frozen.ts";
import { openFigure } from "./metrics/read-figure.ts";
import { yearBefore } from "./metrics/window.ts";
import { mayWriteReports } from "./policy.ts";
import { findReport, keepRows, type ReportRow, reports } from "./queries.ts";
import { reportRefusals } from "./refusals.ts";
import { frozenContent, reportOf } from "./report-content.ts";

/**
 * Freezes a report with its figures and the rows they were counted from, and shows it to everybody. The figures and rows are read in
 * one transaction that sees one state of the database, so that they belong together.
 * @throws Refusal report.published, report.period_not_over
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
      const within = { ...installation, db: tx };
      const row = found(await findReport(tx, id));
      sameVersion(expected, row);
      if (row.published_at) throw reportRefusals.published();
      if (row.to_day > dayIn(at, "Europe/Oslo")) throw reportRefusals.periodNotOver({ to: row.to_day });
      const report = reportOf(row);
      const figures = restated(await countFigures(within, actor, report, language), await reportBefore(within, row));
      for (const metric of new Set(figures.map((figure) => figure.metric))) {
        const asked = { metric, organization: organizationId, from: row.from_day, to: row.to_day, borders: row.borders, language };
        const opened = await openFigure(within, actor, asked);
        await keepRows(tx, id, opened.metric, opened.rows);
      }
      const drawings = await drawPrograms(within, report);
      const frozen = { published_at: at, published_by: actor.personId, frozen: JSON.stringify(figures) };
      const checksum = checksumOf(frozenContent(report, figures, drawings));
      await tx
        .updateTable("reports")
        .set({ ...frozen, frozen_drawings: JSON.stringify(drawings), checksum, version: row.version + 1 })
        .where("id", "=", id)
        .execute();
      await audit(tx, { actor, at, action: "report.publish", subject: { kind: "report", id }, organizationId, details: { checksum } });
      await announce(tx, [{ at, topic: "report.published", organizationIds: [organizationId], payload: { reportId: id } }]);
    });
}

/** The last published report of the same organization over the period this one stands beside. */
function reportBefore({ db }: Installation, row: ReportRow): Promise<ReportRow | undefined> {
  const before = yearBefore({ from: row.from_day, to: row.to_day });
  return reports(db)
    .where("p.organization_id", "=", row.organization_id)
    .where("p.from_day", "=", before.from)
    .where("p.to_day", "=", before.to)
    .where("p.published_at", "is not", null)
    .orderBy("p.published_at", "desc")
    .executeTakeFirst();
}

// where a definition has changed since the report before, its number is told beside the one it is counted to now
function restated(figures: FrozenFigure[], before: ReportRow | undefined): FrozenFigure[] {
  return figures.map((figure) => {
    const then = before?.frozen?.find(({ metric }) => metric === figure.metric);
    if (!then || then.version === figure.version || then.value === figure.compared.value) return figure;
    return { ...figure, compared: { ...figure.compared, restatedFrom: { value: then.value, version: then.version } } };
  });
}
