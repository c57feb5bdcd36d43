import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import type { Db } from "../../../platform/database/database.ts";
import type { Day } from "../../../platform/time/day.ts";
import { mayRunProgram, maySeeEnrollment } from "../policy.ts";
import { findCohorts, findProgram, type ProgramRow } from "../queries.ts";
import { type Asked, matches } from "./filter.ts";
import { type EnrollmentRow, findEnrollments } from "./queries.ts";

export type AskedFor = Omit<Asked, "cohort"> & { cohort?: string | undefined };

/** The startups of a program the actor may see, and of those the ones asked for, by name. */
export async function readEnrollments(
  db: Db,
  actor: Actor,
  idOrSlug: string,
  asked: AskedFor,
  today: Day,
): Promise<{ program: ProgramRow; rows: EnrollmentRow[] }> {
  authorize(actor, true);
  const program = found(await findProgram(db, idOrSlug));
  const seen = (await findEnrollments(db, { programIds: [program.id] })).filter((row) => maySeeEnrollment(actor, row));
  // who runs a program sees that it is empty; for others an empty list and none at all are the same
  authorize(actor, seen.length > 0 || mayRunProgram(actor, program.organizationId));
  const cohort = asked.cohort === undefined ? undefined : found((await findCohorts(db, program.id)).find(({ id }) => id === asked.cohort));
  return { program, rows: seen.filter((row) => matches(row, { ...asked, cohort }, today)) };
}
