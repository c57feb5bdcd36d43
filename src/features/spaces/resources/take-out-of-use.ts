import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import { type Day, momentOf } from "../../../platform/time/day.ts";
import { daysOfRange } from "../space.ts";
import type { ResourceFacts } from "./queries.ts";
import { resourceRefusals } from "./refusals.ts";

/**
 * Makes sure that nobody has booked a resource for a day it is no longer there: only a person can tell them where to go instead.
 * Claims of the space must be locked.
 * @throws Refusal resource.out_of_use_before_use, resource.booked_ahead with the bookings
 */
export async function requireUnbooked(tx: Tx, row: ResourceFacts, { until, now }: { until: Day; now: Temporal.Instant }): Promise<void> {
  const { from } = daysOfRange(row.in_use);
  if (from !== null && until <= from) throw resourceRefusals.outOfUseBeforeUse({ from });
  const bookings = await tx
    .selectFrom("bookings")
    .select(["id", "starts_at", "ends_at"])
    .where("space_id", "=", row.space_id)
    .where("resource_id", "=", row.id)
    .where("kind", "=", "booking")
    .where("state", "<>", "cancelled")
    .where("ends_at", ">", sql<Temporal.Instant>`greatest(${momentOf(until, "00:00", row.time_zone)}::timestamptz, ${now}::timestamptz)`)
    .orderBy("starts_at")
    .orderBy("id")
    .execute();
  if (bookings.length === 0) return;
  const listed = bookings.slice(0, 50).map((one) => ({ id: one.id, startsAt: one.starts_at.toString(), endsAt: one.ends_at.toString() }));
  throw resourceRefusals.bookedAhead({ count: bookings.length, bookings: listed });
}
