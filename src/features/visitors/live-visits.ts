import { publish } from "../../platform/live/publish.ts";
import { type Subscription, subscription } from "../../platform/outbox/subscription.ts";
import { visitTold } from "./tell-of-visit.ts";

/** The channel on which the visitors of a house are followed. */
export function visitsChannel(spaceId: string): string {
  return `visits:${spaceId}`;
}

/** Everything that happens to a visit is seen at the desk while it happens. */
export const liveVisits: Subscription = subscription("visitors.live", ["visit.*"], async (tx, { payload }) => {
  const { spaceId, visitId, day } = visitTold.parse(payload);
  await publish(tx, visitsChannel(spaceId), { visitId, day });
});
