import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import { newId } from "../../../platform/database/id.ts";
import type { Installation } from "../../../platform/installation.ts";
import { freeSlug } from "../../organizations/index.ts";
import { mayWriteReports } from "../policy.ts";
import { findReport, slugsLike } from "../queries.ts";
import { reportRefusals } from "../refusals.ts";

/**
 * Begins a corrected edition of a published report: its words and parts, over the same period, with figures as they are now. The one that
 * was published stays as it is, and says that there is another once that is published too.
 * @returns its id. @throws Refusal report.not_published, report.corrected_already
 */
export async function correctReport({ db, now }: Installation, actor: Actor, idOrSlug: string, reason: string): Promise<string> {
  const known = await findReport(db, idOrSlug);
  authorize(actor, known !== undefined && mayWriteReports(actor, known.organization_id));
  const row = found(known);
  if (row.published_at === null) throw reportRefusals.notPublished();
  const id = newId();
  const at = now();
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto("reports")
      .values({
        ...{ id, organization_id: row.organization_id, area_key: row.area_key },
        slug: freeSlug(row.slug.slice(0, 70), await slugsLike(tx, row.slug.slice(0, 70))),
        ...{ titles: JSON.stringify(row.titles), leads: JSON.stringify(row.leads), parts: JSON.stringify(row.parts) },
        ...{ from_day: row.from_day, to_day: row.to_day, borders: row.borders },
        ...{ created_at: at, created_by: actor.personId, corrects_id: row.id, correction_reason: reason },
      })
      .execute();
    await audit(tx, {
      ...{ actor, at, action: "report.correct", subject: { kind: "report", id } },
      ...{ organizationId: row.organization_id, reason, details: { corrects: row.id } },
    });
  });
  return id;
}
