import type { SignedIn } from "../../platform/access/actor.ts";
import type { Tx } from "../../platform/database/database.ts";
import type { Language } from "../../platform/language/language.ts";
import { countFigures, readableIn } from "./count-figures.ts";
import { keepCurves } from "./curves/curve-rows.ts";
import { drawPrograms } from "./draw-programs.ts";
import { checksumOf } from "./frozen.ts";
import { openFigure } from "./metrics/read-figure.ts";
import { keepRows, type ReportRow } from "./queries.ts";
import { reportRefusals } from "./refusals.ts";
import { figuresOf } from "./report.ts";
import { frozenContent, reportOf } from "./report-content.ts";
import { reportBefore, restated } from "./restating/restate.ts";
import { storiesToPublish } from "./stories/stories-in-report.ts";

type Within = { db: Tx; now: () => Temporal.Instant };

/**
 * Counts a draft for the last time and keeps its figures with the rows they were counted from. Figures and rows belong together when the
 * transaction sees one state of the database. @returns the checksum
 * @throws Refusal report.unknown_figure, story.people_not_said, story.alt_missing, story.consent_missing
 */
export async function freezeReport(within: Within, actor: SignedIn, row: ReportRow, language: Language): Promise<string> {
  const { db, now } = within;
  const report = reportOf(row);
  const readable = await readableIn(within, actor, report);
  for (const { metric } of figuresOf(report)) if (!readable.has(metric)) throw reportRefusals.unknownFigure({ figure: metric });
  const figures = restated(await countFigures(within, actor, report, language), await reportBefore(db, row));
  for (const metric of new Set(figures.map((figure) => figure.metric))) {
    const asked = {
      metric,
      ...(row.area_key ? { area: row.area_key } : { organization: row.organization_id }),
      from: row.from_day,
      to: row.to_day,
      borders: row.borders,
      language,
    };
    const opened = await openFigure(within, actor, asked);
    await keepRows(db, row.id, opened.metric, await opened.rowsOf());
  }
  const drawings = await drawPrograms(within, report);
  const frozen = { published_at: now(), published_by: actor.personId, frozen: JSON.stringify(figures) };
  await keepCurves(db, { id: row.id, to: row.to_day }, drawings.survivals);
  const stories = await storiesToPublish(db, report);
  const checksum = checksumOf(frozenContent(report, figures, drawings, stories));
  await db
    .updateTable("reports")
    .set({
      ...frozen,
      frozen_drawings: JSON.stringify(drawings),
      frozen_stories: JSON.stringify(stories),
      checksum,
      version: row.version + 1,
    })
    .where("id", "=", row.id)
    .execute();
  return checksum;
}
