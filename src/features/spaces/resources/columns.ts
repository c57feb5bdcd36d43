import type { Tx } from "../../../platform/database/database.ts";
import { writtenTexts } from "../texts.ts";
import { bookingsAhead, wholesOf } from "./queries.ts";
import { resourceRefusals } from "./refusals.ts";
import type { Price } from "./resource.ts";
import type { ResourceChanges } from "./shapes.ts";

/** What is to be written of the fields that were sent. */
export function columnsOf(changes: Omit<ResourceChanges, "prices" | "inUseUntil">) {
  const columns = {
    name: changes.name,
    capacity: changes.capacity,
    places: changes.places,
    descriptions: changes.descriptions && JSON.stringify(writtenTexts(changes.descriptions)),
    equipment: changes.equipment && [...new Set(changes.equipment)],
    part_of: changes.partOf,
    certification_id: changes.certificationId,
    certification_level: changes.certificationLevel,
    place_in_order: changes.placeInOrder,
    step_minutes: changes.stepMinutes,
    shortest_minutes: changes.shortestMinutes,
    longest_minutes: changes.longestMinutes,
    buffer_before_minutes: changes.bufferBeforeMinutes,
    buffer_after_minutes: changes.bufferAfterMinutes,
    notice_minutes: changes.noticeMinutes,
    horizon_days: changes.horizonDays,
    cancel_by_minutes: changes.cancelByMinutes,
    weekly_minutes: changes.weeklyMinutes,
    needs_approval: changes.needsApproval,
    needs_check_in: changes.needsCheckIn,
    booked_by: changes.bookedBy,
    opens_with_house: changes.opensWithHouse,
  };
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
}

/** Writes the prices of a resource in the place of those it had. */
export async function writePrices(tx: Tx, resourceId: string, prices: readonly Price[]): Promise<void> {
  await tx.deleteFrom("resource_prices").where("resource_id", "=", resourceId).execute();
  if (prices.length === 0) return;
  await tx
    .insertInto("resource_prices")
    .values(prices.map(({ audience, unit, amountOre }) => ({ resource_id: resourceId, audience, unit, amount_ore: amountOre })))
    .execute();
}

/**
 * Makes sure that a resource may become a part of another: no circle, and no booking ahead that would have had to block it.
 * @throws Refusal resource.part_of_itself, resource.part_is_booked
 */
export async function requirePartable(
  tx: Tx,
  { spaceId, resourceId, partOf, from }: { spaceId: string; resourceId: string; partOf: string | null; from: Temporal.Instant },
): Promise<void> {
  if (partOf !== null && (await wholesOf(tx, partOf)).includes(resourceId)) throw resourceRefusals.partOfItself();
  const bookings = await bookingsAhead(tx, { spaceId, resourceId, from });
  const ofWhole = partOf === null ? 0 : await bookingsAhead(tx, { spaceId, resourceId: partOf, from });
  if (bookings + ofWhole > 0) throw resourceRefusals.partIsBooked({ bookings: bookings + ofWhole });
}
