import type { Drawings } from "./draw-programs.ts";
import type { FrozenFigure } from "./frozen.ts";
import type { ReportRow } from "./queries.ts";
import type { Report } from "./report.ts";

export function reportOf(row: ReportRow): Report {
  return {
    id: row.id,
    slug: row.slug,
    organizationId: row.organization_id,
    titles: row.titles,
    leads: row.leads,
    from: row.from_day,
    to: row.to_day,
    borders: row.borders,
    parts: row.parts,
  };
}

/** What the checksum of a published report is of: its words and figures, and what it shows of programs where it does. */
export function frozenContent(
  { titles, leads, from, to, borders, parts }: Report,
  figures: FrozenFigure[],
  { survivals, targets }: Drawings,
) {
  const shown = survivals.length + targets.length > 0 ? { survivals, targets } : {};
  return { titles, leads, from, to, borders, parts, figures, ...shown };
}
