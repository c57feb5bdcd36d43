import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import { audit } from "../../platform/audit.ts";
import { sameVersion } from "../../platform/http/version.ts";
import type { Installation } from "../../platform/installation.ts";
import type { Day } from "../../platform/time/day.ts";
import { announceMembership } from "./announce-membership.ts";
import { findMember, lockMembership, type MemberRow } from "./member-queries.ts";
import { duringOf, holdsADay, stayOf } from "./membership.ts";
import { mayManageMembers } from "./policy.ts";
import { membershipRefusals } from "./refusals.ts";

/** Ends a membership: `to` is the first day one is no longer a member. Why is kept in the audit log. */
export async function endMembership(
  { db, now }: Installation,
  actor: Actor,
  id: string,
  { to, reason, version }: { to: Day; reason: string; version: number | undefined },
): Promise<MemberRow> {
  const at = now();
  return db.transaction().execute(async (tx) => {
    const membership = await lockMembership(tx, id);
    authorize(actor, membership !== undefined && mayManageMembers(actor, { id: membership.organization_id }));
    const before = found(membership);
    sameVersion(version, before);
    const stay = { from: stayOf(before.during).from, to };
    if (!holdsADay(stay)) throw membershipRefusals.endsBeforeStart();
    await tx
      .updateTable("memberships")
      .set({ during: duringOf(stay), version: before.version + 1 })
      .where("id", "=", id)
      .execute();
    await announceMembership(tx, at, before, stay);
    const organizationId = before.organization_id;
    await audit(tx, { actor, at, action: "membership.end", subject: { kind: "membership", id }, organizationId, reason, details: { to } });
    return found(await findMember(tx, id));
  });
}
