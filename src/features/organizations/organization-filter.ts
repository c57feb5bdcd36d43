import { type RawBuilder, sql } from "kysely";
import type { AreaRecords, RecordedNumber } from "../geography/index.ts";
import type { OrganizationKind, Visibility } from "./organization.ts";

/** What a list of organizations is narrowed by. */
export interface OrganizationFilter {
  /** Part of a name, or an organization number. */
  text: string;
  kind?: OrganizationKind | undefined;
  sector?: string | undefined;
  focusArea?: string | undefined;
  visibility?: Visibility | undefined;
  area?: AreaFilter | undefined;
}

/** Where they lie: what was recorded with these numbers, and single ones whose coordinates settled what their number does not. */
export interface AreaFilter {
  records: AreaRecords;
  inside: string[];
  outside: string[];
}

/** Whether an organization of alias `o`, with its register entry as `r`, is one of those looked for. */
export function matches({ area, ...filter }: OrganizationFilter): RawBuilder<boolean> {
  const lies = area ? sql`(${isRecordedWith(area.records.sure)} or o.id = any(${area.inside}::uuid[]))` : sql`true`;
  return sql<boolean>`(${matchesBeside(filter)} and ${lies})`;
}

/** Whether it would be one of them, but nobody can say under these borders where it lies. */
export function isUnclear({ area, ...filter }: OrganizationFilter): RawBuilder<boolean> {
  if (!area) return sql<boolean>`false`;
  const settled = [...area.inside, ...area.outside];
  return sql<boolean>`(${matchesBeside(filter)} and ${isRecordedWith(area.records.unclear)} and not o.id = any(${settled}::uuid[]))`;
}

/** Whether its place was recorded with one of the numbers, on a day they mean. */
export function isRecordedWith(records: readonly RecordedNumber[]): RawBuilder<boolean> {
  const [numbers, since, until] = [records.map(({ number }) => number), records.map(({ from }) => from), records.map(({ to }) => to)];
  return sql<boolean>`exists (
    select from unnest(${numbers}::text[], ${since}::date[], ${until}::date[]) as w (number, since, until)
    where w.number = ${municipalityNumber} and w.since <= ${municipalityDay} and (w.until is null or ${municipalityDay} < w.until))`;
}

// what people write comes before what the register says
export const municipalityNumber = sql`coalesce(o.municipality_number, r.municipality_number)`;
export const municipalityDay = sql`case when o.municipality_number is null then (r.fetched_at at time zone 'Europe/Oslo')::date else o.municipality_recorded_on end`;

function matchesBeside({ text: typed, kind, sector, focusArea, visibility }: Omit<OrganizationFilter, "area">) {
  const text = literally(typed.trim());
  const digits = typed.replace(/\s/g, "");
  return sql`(search_form(o.name) like '%' || search_form(${text}) || '%' or o.organization_number = ${digits})
    and (${kind ?? null}::text is null or exists (select from organization_kinds k where k.organization_id = o.id and k.kind = ${kind ?? null}))
    and (${sector ?? null}::text is null or ${sector ?? null}::text = any(o.sectors))
    and (${focusArea ?? null}::text is null or ${focusArea ?? null}::text = any(o.focus_areas))
    and (${visibility ?? null}::text is null or o.visibility = ${visibility ?? null})`;
}

// what one types stands for itself in `like`
function literally(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}
