import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import { audit } from "../../platform/audit.ts";
import type { Texts } from "../../platform/database/schema.ts";
import { sameVersion } from "../../platform/http/version.ts";
import type { Installation } from "../../platform/installation.ts";
import type { Day } from "../../platform/time/day.ts";
import { findProgram } from "../programs/index.ts";
import { readableIn } from "./count-figures.ts";
import { programParts, programsOf } from "./draw-programs.ts";
import { mayWriteReports } from "./policy.ts";
import { findReport } from "./queries.ts";
import { reportRefusals } from "./refusals.ts";
import { figuresOf, type ReportPart } from "./report.ts";
import { requireStories } from "./stories/stories-in-report.ts";

export interface ReportChange {
  title?: Texts | undefined;
  lead?: Texts | undefined;
  borders?: Day | undefined;
  parts?: ReportPart[] | undefined;
}

/** Changes a draft; what is left out stays. @throws Refusal report.published, report.unknown_figure, report.unknown_program, story.not_here, version conflicts */
export async function changeReport(
  { db, now }: Installation,
  actor: Actor,
  idOrSlug: string,
  change: ReportChange,
  expected: number | undefined,
): Promise<void> {
  const known = await findReport(db, idOrSlug);
  authorize(actor, known !== undefined && mayWriteReports(actor, known.organization_id));
  const { id, organization_id: organizationId } = found(known);
  await db.transaction().execute(async (tx) => {
    await tx.selectFrom("reports").select("id").where("id", "=", id).forUpdate().execute();
    const before = found(await findReport(tx, id));
    sameVersion(expected, before);
    if (before.published_at) throw reportRefusals.published();
    const after = {
      titles: change.title ?? before.titles,
      leads: change.lead ?? before.leads,
      borders: change.borders ?? before.borders,
      parts: change.parts ?? before.parts,
    };
    const below = await programsOf(tx, { organizationId, area: before.area_key, borders: after.borders, to: before.to_day });
    for (const { program: named } of programParts(change.parts ?? [])) {
      const program = await findProgram(tx, named);
      if (!program || !below.includes(program.id)) throw reportRefusals.unknownProgram({ program: named });
    }
    await requireStories(tx, organizationId, change.parts ?? []);
    const readable = await readableIn({ db: tx, now }, actor, { organizationId, area: before.area_key, borders: after.borders });
    for (const { metric } of figuresOf(after)) if (!readable.has(metric)) throw reportRefusals.unknownFigure({ figure: metric });
    await tx
      .updateTable("reports")
      .set({
        titles: JSON.stringify(after.titles),
        leads: JSON.stringify(after.leads),
        borders: after.borders,
        parts: JSON.stringify(after.parts),
        version: before.version + 1,
      })
      .where("id", "=", id)
      .execute();
    const details = { fields: Object.keys(change) };
    await audit(tx, { actor, at: now(), action: "report.change", subject: { kind: "report", id }, organizationId, details });
  });
}

/** Takes a draft away. @throws Refusal report.published */
export async function dropReport({ db, now }: Installation, actor: Actor, idOrSlug: string): Promise<void> {
  const known = await findReport(db, idOrSlug);
  authorize(actor, known !== undefined && mayWriteReports(actor, known.organization_id));
  const { id, organization_id: organizationId } = found(known);
  await db.transaction().execute(async (tx) => {
    const gone = await tx.deleteFrom("reports").where("id", "=", id).where("published_at", "is", null).executeTakeFirst();
    if (gone.numDeletedRows === 0n) throw reportRefusals.published();
    await audit(tx, { actor, at: now(), action: "report.drop", subject: { kind: "report", id }, organizationId });
  });
}
