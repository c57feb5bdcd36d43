import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import type { Installation } from "../../../platform/installation.ts";
import { mayManageCertifications } from "./policy.ts";
import { findCertification } from "./queries.ts";
import { certificationRefusals } from "./refusals.ts";

type Pair = { certificationId: string; recognisedId: string };

/** Takes another lab's certification for good; asked twice it is the same. @throws Refusal certification.itself */
export async function recognise({ db, now }: Installation, actor: Actor, { certificationId, recognisedId }: Pair): Promise<void> {
  const at = now();
  await db.transaction().execute(async (tx) => {
    const own = found(await findCertification(tx, certificationId));
    authorize(actor, mayManageCertifications(actor, own));
    const other = found(await findCertification(tx, recognisedId));
    if (own.id === other.id) throw certificationRefusals.itself();
    await tx
      .insertInto("certification_recognitions")
      .values({ certification_id: own.id, recognised_id: other.id, recognised_at: at, recognised_by: actor.personId })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const subject = { kind: "certification", id: own.id };
    const details = { recognisedId: other.id };
    await audit(tx, { actor, at, action: "certification.recognise", subject, organizationId: own.organization_id, details });
  });
}

/** No longer takes it. Bookings made by it stay; none is made or moved by it any more. */
export async function stopRecognising({ db, now }: Installation, actor: Actor, { certificationId, recognisedId }: Pair): Promise<void> {
  const at = now();
  await db.transaction().execute(async (tx) => {
    const own = found(await findCertification(tx, certificationId));
    authorize(actor, mayManageCertifications(actor, own));
    await tx
      .deleteFrom("certification_recognitions")
      .where("certification_id", "=", own.id)
      .where("recognised_id", "=", recognisedId)
      .execute();
    const subject = { kind: "certification", id: own.id };
    const details = { recognisedId };
    await audit(tx, { actor, at, action: "certification.stop_recognising", subject, organizationId: own.organization_id, details });
  });
}
