import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import type { Installation } from "../../../platform/installation.ts";
import { announce } from "../../../platform/outbox.ts";
import { findEnrollment } from "../enrolling/queries.ts";
import { mayAdvise } from "../policy.ts";
import { programRefusals } from "../refusals.ts";

/**
 * Takes back what was written of a startup and was wrong: a figure that follows from it is counted without. What stood there, and why it
 * is gone, is in the log. What the register says is put right there, or it would come again. @throws Refusal program.register_says
 */
export async function takeBackObservation(
  { db, now }: Installation,
  actor: Actor,
  enrollmentId: string,
  { observationId, reason }: { observationId: string; reason: string },
): Promise<void> {
  const enrolled = await findEnrollment(db, enrollmentId);
  authorize(actor, enrolled !== undefined && mayAdvise(actor, enrolled));
  const { id, programId, programOwnerId, organizationId } = found(enrolled);
  const at = now();
  await db.transaction().execute(async (tx) => {
    const before = found((await findEnrollment(tx, id))?.observations.find((one) => one.id === observationId));
    if (before.source === "register") throw programRefusals.registerSays();
    await tx.deleteFrom("observations").where("id", "=", observationId).execute();
    const subject = { kind: "enrollment", id };
    await audit(tx, { actor, at, action: "program.take_back", subject, organizationId: programOwnerId, reason, details: { before } });
    const payload = { programId, enrollmentId: id, observationId };
    await announce(tx, [{ at, topic: "program.observation_taken_back", organizationIds: [programOwnerId, organizationId], payload }]);
  });
}
