import type { z } from "@hono/zod-openapi";
import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import { audit } from "../../platform/audit.ts";
import { sameVersion } from "../../platform/http/version.ts";
import type { Installation } from "../../platform/installation.ts";
import { announceMembership } from "./announce-membership.ts";
import { findMember, lockMembership, type MemberRow } from "./member-queries.ts";
import type { changeMembership as contract } from "./members-contract.ts";
import { mayManageMembers } from "./policy.ts";

type Given = z.infer<(typeof contract)["request"]["body"]["content"]["application/json"]["schema"]>;

/** Changes tier, plan, payer, opt-out or note; what is left out stays. */
export async function changeMembership(
  { db, now }: Installation,
  actor: Actor,
  id: string,
  given: Given,
  version: number | undefined,
): Promise<MemberRow> {
  const at = now();
  return db.transaction().execute(async (tx) => {
    const membership = await lockMembership(tx, id);
    authorize(actor, membership !== undefined && mayManageMembers(actor, { id: membership.organization_id }));
    const before = found(membership);
    sameVersion(version, before);
    const { plan, tier, payer, note, exchangeOptOut: exchange_opt_out } = given;
    await tx
      .updateTable("memberships")
      .set({ plan, tier, payer, note, exchange_opt_out, version: before.version + 1 })
      .where("id", "=", id)
      .execute();
    await announceMembership(tx, at, before);
    const subject = { kind: "membership", id };
    await audit(tx, {
      actor,
      at,
      action: "membership.change",
      subject,
      organizationId: before.organization_id,
      details: { changed: Object.keys(given) },
    });
    return found(await findMember(tx, id));
  });
}
