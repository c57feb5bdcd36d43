import { addDays, type Day } from "../../../../platform/time/day.ts";
import { municipalityAt, readReference } from "../../../geography/index.ts";
import { type EnrollmentRow, findEnrollments, findProgram, jobsOf, onceEach, outcomeOf } from "../../../programs/index.ts";
import { rowsInside } from "../areas/area.ts";
import { type Asked, type AskedOfArea, described, type Metric } from "../metric.ts";
import { programShareTexts } from "./program-share-texts.ts";
import { programPopulation } from "./program-texts.ts";
import { placedByRegister, programsOf, startupRows } from "./programs.ts";

const about = described("programs", programShareTexts, programPopulation);
const horizonYears = 5;

type Share = { amount: number | null; of?: number };
type Count = (startup: EnrollmentRow) => Share | undefined;

/** Shares of an incubator's startups, and of their jobs. */
export const programShareMetrics: Metric[] = [
  {
    ...share("programs-five-years", fiveYears),
    version: placedByRegister,
    rowsInArea: async (asked) => rowsInside(asked.area, await rowsOf(asked, fiveYears)),
  },
  share("programs-jobs-inside", async ({ db, to }, programIds) => {
    const reference = await readReference(db);
    const programs = await Promise.all(programIds.map((id) => findProgram(db, id)));
    const regions = new Map(programs.flatMap((program) => (program?.regionRecordedOn ? [[program.id, program]] : [])));
    return (startup) => {
      const region = regions.get(startup.programId);
      if (!region?.regionRecordedOn || startup.intakeOn >= to) return undefined;
      const jobs = jobsOf(startup, "heads", addDays(to, -1)).net.least;
      const { municipalityNumber: number, municipalityRecordedOn: recordedOn, latitude, longitude } = startup;
      if (number === null || recordedOn === null) return { amount: null };
      // the region is written down under the borders of one day, so that is where it is asked
      const place = municipalityAt(reference, { number, recordedOn, latitude, longitude }, region.regionRecordedOn);
      if (place.kind !== "one") return { amount: null };
      return { amount: region.regionNumbers.includes(place.number) ? jobs : 0, of: jobs };
    };
  }),
];

async function fiveYears({ to }: Pick<Asked, "to">): Promise<Count> {
  return (startup) => {
    const day = yearsAfter(startup.intakeOn, horizonYears);
    return day < to ? wasInBusiness(startup, day) : undefined;
  };
}

/** By all that is known of a startup today: whether it was in business as a company of its own on a day; missing when nobody knows. */
export function wasInBusiness(startup: EnrollmentRow, day: Day): Share {
  const { endedOn, lastEvidenceOn } = outcomeOf(startup, startup.observations);
  if (endedOn !== null) return { amount: endedOn > day ? 1 : 0, of: 1 };
  return lastEvidenceOn >= day ? { amount: 1, of: 1 } : { amount: null };
}

type Counting<Given> = (asked: Given, programIds: string[]) => Promise<Count>;

function share(id: keyof typeof programShareTexts.nb, counting: Counting<Asked>): Metric {
  return {
    ...about(id),
    unit: "share",
    kind: "ratio",
    countsPeople: false,
    namesPeople: false,
    isPublic: false,
    rows: (asked) => rowsOf(asked, counting),
  };
}

async function rowsOf<Given extends Asked | AskedOfArea>(asked: Given, counting: Counting<Given>) {
  const programIds = await programsOf(asked);
  const startups = onceEach(await findEnrollments(asked.db, { programIds }));
  const count = await counting(asked, programIds);
  const given = startups.flatMap((startup) => {
    const counted = count(startup);
    const source = startup.observations.findLast(({ on }) => on < asked.to)?.source ?? ("record" as const);
    const { id: key, organizationId, intakeOn } = startup;
    return counted ? [{ key, organizationId, day: intakeOn, source, ...counted }] : [];
  });
  return startupRows(asked, given);
}

function yearsAfter(day: Day, years: number): Day {
  return Temporal.PlainDate.from(day).add({ years }).toString();
}
