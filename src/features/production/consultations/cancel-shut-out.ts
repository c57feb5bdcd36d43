import { z } from "zod";
import { type Subscription, subscription } from "../../../platform/outbox/subscription.ts";
import { addDays, dayIn, momentOf } from "../../../platform/time/day.ts";
import { findSpace, openingOf, openingOn } from "../../spaces/index.ts";
import { cancelAll } from "./cancel-appointment.ts";
import { daysAhead, isHeldOn } from "./consultation.ts";
import { appointmentsOf } from "./queries.ts";

const facts = z.object({ spaceId: z.uuid() });

/**
 * Cancels the slots ahead on days the house has shut for since they were taken; whoever had one is told, and whoever was to help. A
 * consultation is not held on such a day, and nobody should come to a locked door.
 */
export const cancelsShutOut: Subscription = subscription(
  "production.cancel-shut-out",
  ["space.changed"],
  async (tx, { payload }, { now }) => {
    const at = now();
    const space = await findSpace(tx, facts.parse(payload).spaceId);
    if (!space) return;
    const today = dayIn(at, space.time_zone);
    const opening = await openingOf(tx, space, today);
    const ahead = await appointmentsOf(tx, space.id, at, momentOf(addDays(today, daysAhead + 1), "00:00", space.time_zone));
    const shutOut = ahead.filter(({ starts_at }) => !isHeldOn(openingOn(opening, dayIn(starts_at, space.time_zone))));
    await cancelAll(tx, shutOut, { at, by: null, reason: undefined });
  },
);
