import type { Db } from "../../platform/database/database.ts";
import type { Texts } from "../../platform/database/schema.ts";
import { addDays } from "../../platform/time/day.ts";
import {
  findProgram,
  type ProgramRow,
  programsBelow,
  type ToldSurvival,
  type ToldTarget,
  tellSurvival,
  tellTargets,
} from "../programs/index.ts";
import { openArea, placeOf } from "./metrics/areas/area.ts";
import { answersFor } from "./metrics/areas/area-access.ts";
import type { Counting } from "./metrics/read-figure.ts";
import type { Report, ReportPart } from "./report.ts";

export type Named = { slug: string; names: Texts };
type OfOne = { program: Named };
/** What a report shows of programs, as it stood at the end of its period. */
export interface Drawings {
  survivals: (OfOne & ToldSurvival)[];
  targets: (OfOne & { targets: ToldTarget[] })[];
}

export const noDrawings: Drawings = { survivals: [], targets: [] };

type OfProgram = Extract<ReportPart, { program: string }>;

/** The parts of a report that show a program. */
export function programParts(parts: readonly ReportPart[]): OfProgram[] {
  return parts.filter((part): part is OfProgram => part.kind === "survival" || part.kind === "targets");
}

type Subject = Pick<Report, "organizationId" | "area" | "borders" | "to">;

/** The programs a report may show: of an area those whose organization lies in it, else those of its organization and of its members at the end of the period. */
export async function programsShown(db: Db, report: Subject): Promise<Named[]> {
  const ids = await programsOf(db, report);
  const programs = await Promise.all(ids.map((id) => findProgram(db, id)));
  return programs.flatMap((program) => (program ? [{ slug: program.slug, names: program.names }] : []));
}

/** Curves and targets of the programs a report shows, each once. A program that is not below the organization any more is left out. */
export async function drawPrograms({ db, now }: Counting, report: Subject & Pick<Report, "parts">): Promise<Drawings> {
  const { to, parts } = report;
  const shown = programParts(parts);
  if (shown.length === 0) return noDrawings;
  const below = await programsOf(db, report);
  const programs = new Map<string, ProgramRow>();
  for (const slug of new Set(shown.map(({ program }) => program))) {
    const program = await findProgram(db, slug);
    if (program && below.includes(program.id)) programs.set(slug, program);
  }
  const drawings: Drawings = { survivals: [], targets: [] };
  for (const part of onceEach(shown)) {
    const program = programs.get(part.program);
    if (!program) continue;
    const named = { program: { slug: program.slug, names: program.names } };
    if (part.kind === "targets") drawings.targets.push({ ...named, targets: await tellTargets(db, program, to) });
    else drawings.survivals.push({ ...named, ...(await tellSurvival(db, program, { ...part, to }, now())) });
  }
  return drawings;
}

/** The ids of the programs a report may show. */
export async function programsOf(db: Db, { organizationId, area: key, borders, to }: Subject): Promise<string[]> {
  if (key === null) return await programsBelow(db, organizationId, addDays(to, -1));
  const area = await openArea(db, key, borders);
  if (!area) return [];
  // what others do in a region of one's own is theirs to tell
  const own = (await answersFor(db, organizationId, key, borders)) ? undefined : await programsBelow(db, organizationId, addDays(to, -1));
  if (own?.length === 0) return [];
  const rows = await db
    .selectFrom("programs as p")
    .innerJoin("organizations as o", "o.id", "p.organization_id")
    .select("p.id")
    .where(area.isInside(placeOf("o")))
    .$if(own !== undefined, (query) => query.where("p.id", "in", own ?? []))
    .orderBy("p.slug")
    .execute();
  return rows.map(({ id }) => id);
}

function onceEach(parts: readonly OfProgram[]): OfProgram[] {
  const key = (part: OfProgram) => [part.kind, part.program, ...(part.kind === "survival" ? [part.clock, part.merged] : [])].join(" ");
  return [...new Map(parts.map((part) => [key(part), part])).values()];
}

type Curve = Extract<ReportPart, { kind: "survival" }>;

/** Whether a curve is the one a part shows. */
export function isShown(
  { program, clock, merged }: Curve,
  curve: Pick<Drawings["survivals"][number], "clock" | "merged"> & { program: { slug: string } },
): boolean {
  return curve.program.slug === program && curve.clock === clock && curve.merged === merged;
}
