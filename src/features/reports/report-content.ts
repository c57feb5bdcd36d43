import type { Drawings } from "./draw-programs.ts";
import type { FrozenFigure } from "./frozen.ts";
import type { ReportRow } from "./queries.ts";
import type { Report } from "./report.ts";
import type { FrozenStory } from "./stories/frozen-story.ts";

export function reportOf(row: ReportRow): Report {
  return {
    id: row.id,
    slug: row.slug,
    organizationId: row.organization_id,
    area: row.area_key,
    titles: row.titles,
    leads: row.leads,
    from: row.from_day,
    to: row.to_day,
    borders: row.borders,
    parts: row.parts,
  };
}

/**
 * What the checksum of a published report is of: its words and figures, and where there are any, what it shows of programs and the
 * checksums of its stories. A story that is taken out leaves its checksum, and the one of the report stays right.
 */
export function frozenContent(
  { titles, leads, area, from, to, borders, parts }: Report,
  figures: FrozenFigure[],
  { survivals, targets }: Drawings,
  stories: readonly FrozenStory[],
) {
  const shown = survivals.length + targets.length > 0 ? { survivals, targets } : {};
  const told = stories.length > 0 ? { stories: stories.map(({ id, checksum }) => ({ id, checksum })) } : {};
  return { titles, leads, ...(area && { area }), from, to, borders, parts, figures, ...shown, ...told };
}
