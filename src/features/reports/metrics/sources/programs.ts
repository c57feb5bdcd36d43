import { sql } from "kysely";
import { addDays } from "../../../../platform/time/day.ts";
import { type EnrollmentRow, everyProgram, findEnrollments, jobsOf, onceEach, outcomeOf, programsBelow } from "../../../programs/index.ts";
import { rowsInside } from "../areas/area.ts";
import { type Asked, type AskedOfArea, described, type Metric } from "../metric.ts";
import { type ListedRow, listed } from "../rows.ts";
import { programPopulation, programTexts } from "./program-texts.ts";

const about = described("programs", programTexts, programPopulation);
// a startup that has not said where it is lies where the register has it, here as on the page of its program
const placeOfStartup = sql`coalesce(o.municipality_number, k.municipality_number) as municipality_number,
  case when o.municipality_number is null then k.fetched_at::date else o.municipality_recorded_on end as recorded_on, o.latitude, o.longitude`;
/** Before it, a startup that had not said where it is lay nowhere: parts by place were others, and figures of areas. */
export const placedByRegister = 2;
type Period = Pick<Asked, "from" | "to">;
type Counted = { day: string; amount: number; of?: number };

/**
 * Startups an incubator helped on, each once however many programs it was in. Headcounts below five are hidden by the register: what is
 * certain and what is possible are two figures, and none stands for the other.
 */
export const programMetrics: Metric[] = [
  sum("programs-intakes", "organizations", (startup, { from, to }) =>
    from <= startup.intakeOn && startup.intakeOn < to ? { day: startup.intakeOn, amount: 1 } : undefined,
  ),
  sum("programs-companies", "organizations", (startup, { to }) =>
    startup.intakeOn < to ? { day: startup.intakeOn, amount: 1 } : undefined,
  ),
  sum("programs-running", "organizations", (startup, asked) => {
    if (startup.intakeOn >= asked.to) return undefined;
    const seen = startup.observations.filter(({ on }) => on < asked.to);
    const { type, endedOn } = outcomeOf(startup, seen);
    const isGone = (endedOn !== null && endedOn < asked.to) || type === "unknown";
    return isGone ? undefined : { day: addDays(asked.to, -1), amount: 1 };
  }),
  sum(
    "programs-jobs",
    "jobs",
    jobsThere(({ net }) => net.least),
  ),
  sum(
    "programs-jobs-at-most",
    "jobs",
    jobsThere(({ net }) => net.most),
  ),
  sum(
    "programs-jobs-created",
    "jobs",
    jobs(({ created }) => created.least),
  ),
  sum(
    "programs-jobs-lost",
    "jobs",
    jobs(({ lost }) => lost.least),
  ),
];

// what is there on a day counts on that day, as members do
function jobsThere(of: (jobs: ReturnType<typeof jobsOf>) => number) {
  const counted = jobs(of);
  return (startup: EnrollmentRow, period: Period): Counted | undefined => {
    const one = counted(startup, period);
    return one && { ...one, day: addDays(period.to, -1) };
  };
}

function jobs(of: (jobs: ReturnType<typeof jobsOf>) => number) {
  return (startup: EnrollmentRow, { to }: Period): Counted | undefined => {
    if (startup.intakeOn >= to) return undefined;
    return { day: startup.intakeOn, amount: of(jobsOf(startup, "heads", addDays(to, -1))) };
  };
}

function sum(
  id: keyof typeof programTexts.nb,
  unit: Metric["unit"],
  count: (startup: EnrollmentRow, asked: Period) => Counted | undefined,
): Metric {
  return {
    ...about(id),
    version: placedByRegister,
    unit,
    kind: "sum",
    countsPeople: false,
    namesPeople: false,
    isPublic: false,
    rows: (asked) => rowsOf(asked, count),
    rowsInArea: async (asked) => rowsInside(asked.area, await rowsOf(asked, count)),
  };
}

async function rowsOf(asked: Asked | AskedOfArea, count: (startup: EnrollmentRow, asked: Period) => Counted | undefined) {
  const { db, to } = asked;
  const startups = onceEach(await findEnrollments(db, { programIds: await programsOf(asked) }));
  const given = startups.flatMap((startup) => {
    const counted = count(startup, asked);
    // who said last how it stands; an intake is kept here
    const source = startup.observations.findLast(({ on }) => on < to)?.source ?? ("record" as const);
    return counted ? [{ key: startup.id, organizationId: startup.organizationId, source, ...counted }] : [];
  });
  return startupRows(asked, given);
}

/** The programs of an organization and of its members, or all there are: what lies in an area is found among their startups. */
export function programsOf(asked: Asked | AskedOfArea): Promise<string[]> {
  return "area" in asked ? everyProgram(asked.db) : programsBelow(asked.db, asked.organizationId, addDays(asked.to, -1));
}

/** Rows about startups, by the ids of their enrollments: each leads to what the program knows of it. */
export function startupRows(asked: Asked | AskedOfArea, rows: readonly ListedRow[]) {
  const seenBy = "area" in asked ? sql`g.organization_id` : sql`${asked.organizationId}::uuid`;
  return sql`
    select x.key, o.name as label, '/programs/' || g.slug || '/enrollments/' || x.key as path, x.organization_id, ${placeOfStartup},
      x.day, x.amount, x.of_amount, x.source, array[${seenBy}] as seen_by
    from ${listed(rows)} join organizations o on o.id = x.organization_id join enrollments e on e.id = x.key::uuid
    join programs g on g.id = e.program_id left join register_entries k on k.organization_id = o.id`;
}
