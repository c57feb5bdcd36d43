import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import { audit } from "../../platform/audit.ts";
import type { Installation } from "../../platform/installation.ts";
import { dayIn } from "../../platform/time/day.ts";
import { findOrganization, mayEditOrganization } from "../organizations/index.ts";
import { announceMembership } from "./announce-membership.ts";
import { lockMembership } from "./member-queries.ts";
import { type OwnMembershipRow, ownMemberships } from "./own-memberships.ts";

/**
 * The member organization says yes to a membership another has entered: from then on it counts. By its manager, by the network
 * that keeps its record while nobody runs it, or by the operator. Said once; again changes nothing.
 */
export async function confirmMembership({ db, now }: Installation, actor: Actor, id: string): Promise<OwnMembershipRow> {
  const at = now();
  return db.transaction().execute(async (tx) => {
    const membership = await lockMembership(tx, id);
    const memberId = membership?.member_organization_id;
    const member = memberId ? await findOrganization(tx, actor, memberId, dayIn(at, "Europe/Oslo")) : undefined;
    authorize(actor, member !== undefined && mayEditOrganization(actor, member));
    const before = found(membership);
    if (before.confirmed_at === null) {
      await tx
        .updateTable("memberships")
        .set({ confirmed_at: at, confirmed_by: actor.personId, version: before.version + 1 })
        .where("id", "=", id)
        .execute();
      await announceMembership(tx, at, { ...before, confirmed_at: at });
      const details = { memberOf: before.organization_id };
      const subject = { kind: "membership", id };
      await audit(tx, { actor, at, action: "membership.confirm", subject, organizationId: found(member).id, details });
    }
    return ownMemberships(tx).where("m.id", "=", id).executeTakeFirstOrThrow();
  });
}
