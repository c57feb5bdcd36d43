import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import type { Installation } from "../../../platform/installation.ts";
import { dayIn } from "../../../platform/time/day.ts";
import { findCertification, writeCertificate } from "../../spaces/index.ts";
import { mayTeach } from "./policy.ts";
import { findInduction, signUpsOf } from "./queries.ts";
import { inductionRefusals } from "./refusals.ts";
import type { Results } from "./shapes.ts";

/**
 * Says how a course went for those who were signed up; who passed gets the certificate in the same transaction. What was said before
 * stays: a certificate given by mistake is withdrawn, with the reason. @throws Refusal induction.not_begun, induction.not_signed_up
 */
export async function settleInduction({ db, now }: Installation, actor: Actor, id: string, results: Results): Promise<void> {
  const at = now();
  await db.transaction().execute(async (tx) => {
    const induction = found(await findInduction(tx, id));
    authorize(actor, mayTeach(actor, induction.host_id));
    if (induction.is_cancelled || Temporal.Instant.compare(induction.starts_at, at) > 0) throw inductionRefusals.notBegun();
    const certification = found(await findCertification(tx, induction.certification_id));
    const from = dayIn(at, induction.time_zone);
    const signUps = new Set((await signUpsOf(tx, induction.space_id, [id])).map(({ person_id }) => person_id));
    if (!results.every(({ personId }) => signUps.has(personId))) throw inductionRefusals.notSignedUp();
    for (const { personId, outcome } of results) {
      const settled = await tx
        .updateTable("induction_sign_ups")
        .set({ outcome, settled_at: at, settled_by: actor.personId })
        .where("space_id", "=", induction.space_id)
        .where("induction_id", "=", id)
        .where("person_id", "=", personId)
        .where("outcome", "is", null)
        .returning("person_id")
        .executeTakeFirst();
      if (!settled || outcome !== "passed") continue;
      const granted = { actor, at, certification, personId, level: induction.level, from, lastDay: undefined };
      const certificateId = await writeCertificate(tx, granted);
      await tx
        .updateTable("induction_sign_ups")
        .set({ certificate_id: certificateId })
        .where("space_id", "=", induction.space_id)
        .where("induction_id", "=", id)
        .where("person_id", "=", personId)
        .execute();
    }
    const subject = { kind: "induction", id };
    await audit(tx, { actor, at, action: "induction.settle", subject, organizationId: induction.host_id, details: { results } });
  });
}
