import { sql } from "kysely";
import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import type { Installation } from "../../../platform/installation.ts";
import { announce } from "../../../platform/outbox.ts";
import { dayIn } from "../../../platform/time/day.ts";
import { mayCertify } from "./policy.ts";
import { findCertificate } from "./queries.ts";
import { certificationRefusals } from "./refusals.ts";

/**
 * Takes a certificate back from today on, with the reason. Whoever hears of it ends the bookings it opened.
 * @throws Refusal certification.ended
 */
export async function withdrawCertificate({ db, now }: Installation, actor: Actor, id: string, reason: string): Promise<void> {
  const at = now();
  const today = dayIn(at, "Europe/Oslo");
  await db.transaction().execute(async (tx) => {
    const row = found(await findCertificate(tx, id));
    authorize(actor, mayCertify(actor, row));
    // one that begins today or later has no day left, and ends as it begins: an empty range
    const { numUpdatedRows } = await tx
      .updateTable("certificates")
      .set({ during: sql`daterange(lower(during), greatest(lower(during), ${today}::date))`, reason })
      .where("id", "=", id)
      .where(sql<boolean>`not isempty(during) and (upper_inf(during) or upper(during) > ${today}::date)`)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw certificationRefusals.ended();
    const subject = { kind: "certificate", id };
    const organizationId = row.organization_id;
    await audit(tx, { actor, at, action: "certificate.withdraw", subject, organizationId, reason });
    const payload = { certificateId: id, certificationId: row.certification_id, personId: row.person_id, by: actor.personId };
    await announce(tx, [{ at, topic: "certificate.withdrawn", organizationIds: [organizationId], payload }]);
  });
}
