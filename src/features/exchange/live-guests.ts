import { z } from "zod";
import type { Db } from "../../platform/database/database.ts";
import { publish } from "../../platform/live/publish.ts";
import { type Subscription, subscription } from "../../platform/outbox/subscription.ts";

/** The channel on which a space's guests are followed. */
export function guestsChannel(spaceId: string): string {
  return `guests:${spaceId}`;
}

/** Tells the phones at the desk that something about a guest changed. */
export async function tellDesk(tx: Db, spaceId: string, guest: { passId: string; day: string }): Promise<void> {
  await publish(tx, guestsChannel(spaceId), guest);
}

const passEvent = z.object({ spaceId: z.uuid(), passId: z.uuid(), day: z.string() });

/** Everything that happens to a pass is seen at the desk while it happens. */
export const liveGuests: Subscription = subscription("exchange.live-guests", ["day_pass.*"], async (tx, { payload }) => {
  const { spaceId, passId, day } = passEvent.parse(payload);
  await tellDesk(tx, spaceId, { passId, day });
});
