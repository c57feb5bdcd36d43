import type { Drawings, Named } from "./draw-programs.ts";
import type { Editions } from "./editions/editions.ts";
import type { FrozenFigure } from "./frozen.ts";
import type { Place } from "./map/area-map.ts";
import type { ReportRow } from "./queries.ts";
import { presentTold } from "./stories/present.ts";
import type { TellsStory } from "./stories/stories-in-report.ts";

export function presentLine(row: ReportRow) {
  return {
    id: row.id,
    slug: row.slug,
    organization: { id: row.organization_id, slug: row.organization_slug, name: row.organization_name },
    area: row.area_key,
    titles: row.titles,
    from: row.from_day,
    to: row.to_day,
    publishedAt: row.published_at?.toString() ?? null,
  };
}

type Read = {
  row: ReportRow;
  areaName: string | null;
  figures: FrozenFigure[];
  before: ReportRow | undefined;
  drawings: Drawings;
  stories: TellsStory[];
  places: Place[];
  programs: Named[];
  editions: Editions;
  mayWrite: boolean;
};

export function presentReport(
  { row, areaName, figures, before, drawings, stories, places, programs, editions, mayWrite }: Read,
  today: string,
) {
  const isDraft = row.published_at === null;
  return {
    ...presentLine(row),
    areaName,
    leads: row.leads,
    borders: row.borders,
    parts: row.parts,
    figures,
    ...drawings,
    stories: stories.map(presentTold),
    places,
    programs,
    before: before ? { slug: before.slug } : null,
    ...editions,
    checksum: row.checksum,
    version: row.version,
    abilities: {
      edit: mayWrite && isDraft,
      publish: mayWrite && isDraft && row.to_day <= today,
      correct: mayWrite && !isDraft && editions.correctedBy === null,
    },
  };
}
