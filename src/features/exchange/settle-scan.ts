import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import { audit } from "../../platform/audit.ts";
import type { Installation } from "../../platform/installation.ts";
import { dayIn } from "../../platform/time/day.ts";
import { tellDesk } from "./live-guests.ts";
import { mayReceiveGuests } from "./policy.ts";
import { findHost } from "./queries.ts";

/** Says what a double admission was: the same person seen by two phones, or somebody else with a copied code. */
export async function settleScan(
  { db, now }: Installation,
  actor: Actor,
  space: string,
  nonce: string,
  as: "same_person" | "someone_else",
): Promise<void> {
  const host = found(await findHost(db, space));
  authorize(actor, mayReceiveGuests(actor, host.organization_id));
  await db.transaction().execute(async (tx) => {
    const scan = await tx
      .selectFrom("scans")
      .select(["pass_id", "settled_as"])
      .where("space_id", "=", host.id)
      .where("nonce", "=", nonce)
      .where("counted", "=", false)
      .forUpdate()
      .executeTakeFirst();
    const { pass_id, settled_as: before } = found(scan);
    // said already, by another phone or by the same one sending again
    if (before === as) return;
    await tx
      .updateTable("scans")
      .set({ settled_at: now(), settled_as: as })
      .where("space_id", "=", host.id)
      .where("nonce", "=", nonce)
      .execute();
    await audit(tx, {
      actor,
      at: now(),
      action: "day_pass.settle_scan",
      subject: { kind: "day_pass", id: pass_id },
      organizationId: host.organization_id,
      details: { as },
    });
    await tellDesk(tx, host.id, { passId: pass_id, day: dayIn(now(), host.time_zone) });
  });
}
