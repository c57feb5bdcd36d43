import { sql } from "kysely";
import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import { sameVersion } from "../../../platform/http/version.ts";
import type { Installation } from "../../../platform/installation.ts";
import { mayManageSpace } from "../policy.ts";
import { columnsOf, requirePartable, writePrices } from "./columns.ts";
import { presentResource } from "./present.ts";
import { lockResource } from "./queries.ts";
import type { ResourceChanges } from "./shapes.ts";

/**
 * Changes what was sent. Bookings already made stay as they are.
 * @throws Refusal any of `resource`, request.changed_meanwhile
 */
export async function changeResource(
  { db, now }: Installation,
  { actor, id, expected }: { actor: Actor; id: string; expected: number | undefined },
  { prices, inUseUntil, ...changes }: ResourceChanges,
): Promise<void> {
  const at = now();
  await db.transaction().execute(async (tx) => {
    const row = found(await lockResource(tx, id));
    authorize(actor, mayManageSpace(actor, row));
    sameVersion(expected, row, presentResource(row, actor));
    if (changes.partOf !== undefined && changes.partOf !== row.part_of)
      await requirePartable(tx, { spaceId: row.space_id, resourceId: id, partOf: changes.partOf, from: at });
    await tx
      .updateTable("resources")
      .set({ ...columnsOf(changes), version: row.version + 1 })
      .$if(inUseUntil !== undefined, (query) => query.set({ in_use: sql`daterange(lower(in_use), ${inUseUntil ?? null}::date)` }))
      .where("id", "=", id)
      .execute();
    if (prices) await writePrices(tx, id, prices);
    const details = { ...changes, ...(prices && { prices }), ...(inUseUntil !== undefined && { inUseUntil }) };
    await audit(tx, {
      actor,
      at,
      action: "resource.change",
      subject: { kind: "resource", id },
      organizationId: row.organization_id,
      details,
    });
  });
}
