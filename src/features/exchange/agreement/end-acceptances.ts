import type { SignedIn } from "../../../platform/access/actor.ts";
import { audit } from "../../../platform/audit.ts";
import type { Db } from "../../../platform/database/database.ts";
import { announce } from "../../../platform/outbox.ts";
import type { Day } from "../../../platform/time/day.ts";

type Leaving = {
  agreement: { id: string; network_id: string };
  space: { id: string; organization_id: string };
  /** The first day it no longer takes part. */
  from: Day;
  /** What had ended by this day stays as it is. */
  today: Day;
  actor: SignedIn | "system";
  at: Temporal.Instant;
  reason?: string | undefined;
};

/** Takes a space out of an agreement from a day on; days already booked are honoured on both sides. @returns whether it took part until then */
export async function endAcceptances(tx: Db, { agreement, space, from, today, actor, at, reason }: Leaving): Promise<boolean> {
  const left = await tx
    .updateTable("agreement_acceptances")
    .set({ withdrawn_on: from })
    .where("agreement_id", "=", agreement.id)
    .where("space_id", "=", space.id)
    .where((where) => where.or([where("withdrawn_on", "is", null), where("withdrawn_on", ">", today)]))
    .returning("version")
    .execute();
  if (left.length === 0) return false;
  const details = { from };
  const subject = { kind: "space", id: space.id };
  await audit(tx, { actor, at, action: "agreement.withdraw", subject, organizationId: space.organization_id, reason, details });
  const given = { by: actor === "system" ? null : actor.personId, reason: reason ?? null };
  const payload = { agreementId: agreement.id, networkId: agreement.network_id, spaceId: space.id, ...details, ...given };
  const organizationIds = [agreement.network_id, space.organization_id];
  await announce(tx, [{ at, topic: "agreement.withdrawn", organizationIds, payload }]);
  return true;
}
