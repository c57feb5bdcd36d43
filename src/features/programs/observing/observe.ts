import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import type { Db } from "../../../platform/database/database.ts";
import type { Installation } from "../../../platform/installation.ts";
import { announce } from "../../../platform/outbox.ts";
import { dayIn } from "../../../platform/time/day.ts";
import { readOrganizationNumber } from "../../organizations/index.ts";
import { type EnrollmentRow, enrollmentIdOf, findEnrollment } from "../enrolling/queries.ts";
import { mayAdvise, mayRunProgram, maySeeEnrollment } from "../policy.ts";
import { findProgram } from "../queries.ts";
import { programRefusals } from "../refusals.ts";
import { observationValues } from "./observation-values.ts";
import type { Source, Told } from "./shapes.ts";
import { writeObservations } from "./write-observation.ts";

export type NewObservation = Told & { organization?: string | undefined; organizationNumber?: string | undefined; source: Source };

/**
 * Writes what is known of a startup of a program on a day. A founder speaks for themselves only.
 * @returns the id of the enrollment and of the observation. @throws Refusal program.not_enrolled and those of the values
 */
export async function observe(
  { db, now }: Installation,
  actor: Actor,
  idOrSlug: string,
  given: NewObservation,
): Promise<{ enrollmentId: string; id: string }> {
  const at = now();
  authorize(actor, true);
  const program = found(await findProgram(db, idOrSlug));
  const { organization, organizationNumber, source, ...told } = given;
  const number = organizationNumber === undefined ? undefined : (readOrganizationNumber(organizationNumber) ?? "");
  const id = await enrollmentIdOf(db, program.id, { organization, organizationNumber: number });
  // that a startup is not in the program is told only to those who know which are
  if (id === undefined && mayRunProgram(actor, program.organizationId)) throw programRefusals.notEnrolled();
  const enrolled = found(id === undefined ? undefined : await findEnrollment(db, id));
  authorize(actor, maySeeEnrollment(actor, enrolled));
  const from = mayAdvise(actor, enrolled) ? source : "self";
  const values = observationValues(told, from, dayIn(at, "Europe/Oslo"));
  const written = await db.transaction().execute((tx) => keepObservation(tx, enrolled, values, { actor, at, by: actor.personId }));
  return { enrollmentId: enrolled.id, id: written };
}

/** Keeps one observation, logs it and tells of it. */
export async function keepObservation(
  tx: Db,
  enrolled: EnrollmentRow,
  values: ReturnType<typeof observationValues>,
  { actor, at, by }: { actor: Actor | "system"; at: Temporal.Instant; by: string | null },
): Promise<string> {
  const before = enrolled.observations.find(({ on, source }) => on === values.observed_on && source === values.source);
  const [id = ""] = await writeObservations(tx, [{ ...values, enrollment_id: enrolled.id }], { at, by });
  const subject = { kind: "enrollment", id: enrolled.id };
  const details = { on: values.observed_on, source: values.source, ...(before && { before }) };
  await audit(tx, { actor, at, action: "program.observe", subject, organizationId: enrolled.programOwnerId, details });
  const payload = { programId: enrolled.programId, enrollmentId: enrolled.id, observationId: id };
  await announce(tx, [{ at, topic: "program.observed", organizationIds: [enrolled.programOwnerId, enrolled.organizationId], payload }]);
  return id;
}
