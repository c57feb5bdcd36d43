import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import type { Installation } from "../../platform/installation.ts";
import type { Language } from "../../platform/language/language.ts";
import { dayIn } from "../../platform/time/day.ts";
import { findArea, municipalitiesAt, readReference } from "../geography/index.ts";
import { findOrganization } from "../organizations/index.ts";
import { countFigures } from "./count-figures.ts";
import { drawPrograms, noDrawings, programsShown } from "./draw-programs.ts";
import { editionsOf } from "./editions/editions.ts";
import type { Place } from "./map/area-map.ts";
import type { RowOrder } from "./metrics/row-order.ts";
import { mayWriteReports } from "./policy.ts";
import { type AfterKept, countKept, findReport, keptRows, reports } from "./queries.ts";
import type { Report } from "./report.ts";
import { reportOf } from "./report-content.ts";
import { reportBefore, restated } from "./restating/restate.ts";
import { storiesIn } from "./stories/stories-in-report.ts";

/** Published reports of an organization; drafts too for those who write them. The latest period first. */
export async function listReports(
  { db, now }: Installation,
  actor: Actor,
  idOrSlug: string,
  limit: number,
  after: [day: string, id: string] | undefined,
) {
  const organization = found(await findOrganization(db, actor, idOrSlug, dayIn(now(), "Europe/Oslo")));
  const maySeeDrafts = mayWriteReports(actor, organization.id);
  const rows = await reports(db)
    .where("p.organization_id", "=", organization.id)
    .$if(!maySeeDrafts, (query) => query.where("p.published_at", "is not", null))
    .$if(after !== undefined, (query) =>
      query.where((where) =>
        where.or([
          where("p.from_day", "<", after?.[0] ?? ""),
          where.and([where("p.from_day", "=", after?.[0] ?? ""), where("p.id", "<", after?.[1] ?? "")]),
        ]),
      ),
    )
    .orderBy("p.from_day", "desc")
    .orderBy("p.id", "desc")
    .limit(limit + 1)
    .execute();
  return { organization: { id: organization.id, slug: organization.slug, name: organization.name }, maySeeDrafts, rows };
}

/** A report with its figures: as they were published, or of a draft as they are now. */
export async function readReport(installation: Installation, actor: Actor, idOrSlug: string, language: Language) {
  const row = found(await findReport(installation.db, idOrSlug));
  const mayWrite = mayWriteReports(actor, row.organization_id);
  if (!row.published_at) authorize(actor, mayWrite);
  const report = reportOf(row);
  const before = await reportBefore(installation.db, row);
  const figures = row.frozen ?? restated(await countFigures(installation, actor, report, language), before);
  const drawings = row.published_at ? (row.frozen_drawings ?? noDrawings) : await drawPrograms(installation, report);
  const stories = row.frozen_stories ?? (row.published_at ? [] : await storiesIn(installation.db, report));
  const programs = mayWrite && !row.published_at ? await programsShown(installation.db, report) : [];
  const [places, editions] = await Promise.all([placesOf(installation, report), editionsOf(installation.db, row, mayWrite)]);
  const areaName = report.area === null ? null : ((await findArea(installation.db, report.area, report.borders))?.name ?? report.area);
  return { row, areaName, figures, before, drawings, stories, places, programs, editions, mayWrite };
}

// only where there is something to be drawn on a map
async function placesOf({ db }: Installation, { parts, borders }: Report): Promise<Place[]> {
  if (!parts.some(({ kind }) => kind === "map")) return [];
  return municipalitiesAt(await readReference(db), borders).flatMap(({ number, label }) => (label ? [{ number, ...label }] : []));
}

/** The rows behind a figure of a published report, as far as the actor may see them. */
export async function readKeptRows(
  { db }: Installation,
  actor: Actor,
  idOrSlug: string,
  metricId: string,
  { limit, after, order }: { limit: number; after: AfterKept | undefined; order: RowOrder },
) {
  const report = found(await findReport(db, idOrSlug));
  found(report.frozen?.find(({ metric }) => metric === metricId));
  const asked = { reportId: report.id, metricId, limit, after, order };
  const [rows, counted] = await Promise.all([keptRows(db, actor, asked), countKept(db, actor, report.id, metricId)]);
  return { rows, ...counted };
}
