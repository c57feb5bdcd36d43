import { z } from "zod";
import { type Subscription, subscription } from "../../platform/outbox/subscription.ts";
import { bookingClaims } from "../bookings/index.ts";
import { findOrder, linesOf } from "./queries.ts";

const facts = z.object({ orderId: z.uuid(), by: z.uuid(), reason: z.string().optional() });

/** Gives the time ahead of machines back when an order comes to nothing or is stopped; what was used of it has been used. */
export const givesBackMachines: Subscription = subscription(
  "production.give-back-machines",
  ["production_order.declined", "production_order.stopped"],
  async (tx, { payload }, { now, pipelines }) => {
    const { orderId, by, reason } = facts.parse(payload);
    const order = await findOrder(tx, orderId);
    if (!order) return;
    const at = now();
    const claims = bookingClaims(pipelines);
    const ahead = (await linesOf(tx, order)).flatMap(({ booking_id, starts_at }) =>
      booking_id && starts_at && Temporal.Instant.compare(starts_at, at) > 0 ? [booking_id] : [],
    );
    const ends = ahead.map((bookingId) =>
      claims.submit({
        kind: "end",
        bookingId,
        spaceId: order.space_id,
        as: "cancelled",
        from: ["held", "pending", "confirmed"],
        by,
        reason: reason ?? null,
        at,
      }),
    );
    await Promise.all(ends);
  },
);
