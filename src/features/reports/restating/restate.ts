import type { Db } from "../../../platform/database/database.ts";
import type { FrozenFigure } from "../frozen.ts";
import { yearBefore } from "../metrics/window.ts";
import { type ReportRow, reports } from "../queries.ts";

/** The last report of the same subject over the year this one stands beside, that was published before it. */
export function reportBefore(db: Db, row: ReportRow): Promise<ReportRow | undefined> {
  const before = yearBefore({ from: row.from_day, to: row.to_day });
  return reports(db)
    .where("p.organization_id", "=", row.organization_id)
    .where("p.area_key", "is not distinct from", row.area_key)
    .where("p.from_day", "=", before.from)
    .where("p.to_day", "=", before.to)
    .where("p.published_at", "is not", null)
    .$if(row.published_at !== null, (query) => query.where("p.published_at", "<=", row.published_at))
    .orderBy("p.published_at", "desc")
    .executeTakeFirst();
}

/** Figures with what the report before said, where a definition has changed since: its number is told beside the one it is counted to now. */
export function restated(figures: FrozenFigure[], before: Pick<ReportRow, "frozen"> | undefined): FrozenFigure[] {
  return figures.map((figure) => {
    const then = before?.frozen?.find(({ metric }) => metric === figure.metric);
    if (!then || then.version === figure.version) return figure;
    return { ...figure, compared: { ...figure.compared, restatedFrom: { value: then.value, version: then.version } } };
  });
}
