import { sql } from "kysely";
import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import { lockClaims } from "../../../platform/claims/decided-together.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { sameVersion } from "../../../platform/http/version.ts";
import type { Installation } from "../../../platform/installation.ts";
import { mayManageSpace } from "../policy.ts";
import { columnsOf, requirePartable, writePrices } from "./columns.ts";
import { presentResource } from "./present.ts";
import { lockResource, type ResourceFacts, wholesOf } from "./queries.ts";
import { rewriteBlocks } from "./rewrite-blocks.ts";
import type { ResourceChanges } from "./shapes.ts";
import { requireUnbooked } from "./take-out-of-use.ts";

/**
 * Changes what was sent. Bookings already made keep time and price; those ahead get the new buffers, and a resource with bookings
 * ahead is not divided differently, nor taken out of use while it is booked.
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
    const isDivided = changes.partOf !== undefined && changes.partOf !== row.part_of;
    const { bufferBeforeMinutes = row.buffer_before_minutes, bufferAfterMinutes = row.buffer_after_minutes } = changes;
    const isSpaced = bufferBeforeMinutes !== row.buffer_before_minutes || bufferAfterMinutes !== row.buffer_after_minutes;
    if (isDivided || isSpaced || inUseUntil) await lockClaims(tx, row.space_id);
    if (inUseUntil) await requireUnbooked(tx, row, { until: inUseUntil, now: at });
    if (isSpaced) await rewriteBlocks(tx, { spaceId: row.space_id, resourceId: id, bufferBeforeMinutes, bufferAfterMinutes, from: at });
    if (isDivided) await divide(tx, row, { partOf: changes.partOf ?? null, from: at });
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

// who is just booking a hall looks again at what it is made of
async function divide(tx: Tx, row: ResourceFacts, { partOf, from }: { partOf: string | null; from: Temporal.Instant }): Promise<void> {
  await requirePartable(tx, { spaceId: row.space_id, resourceId: row.id, partOf, from });
  const halls = [row.part_of, partOf].filter((id) => id !== null);
  const wholes = (await Promise.all(halls.map((id) => wholesOf(tx, id)))).flat();
  await tx
    .updateTable("resources")
    .set((resource) => ({ version: resource("version", "+", 1) }))
    .where(sql<boolean>`id = any(${wholes}::uuid[])`)
    .execute();
}
