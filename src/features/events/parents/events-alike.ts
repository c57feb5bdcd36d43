import type { Db } from "../../../platform/database/database.ts";
import type { EventRow } from "../queries.ts";
import { isFrom } from "./change-following.ts";
import { eventsOfParent } from "./queries.ts";
import { parentRefusals } from "./refusals.ts";

/**
 * The events a change of one is for when it is for all: of a series this one and those that follow, of a festival all that are not over. Those
 * that were called off are left alone. @throws Refusal event_parent.not_of_parent
 */
export async function eventsAlike(db: Db, event: EventRow, at: Temporal.Instant): Promise<EventRow[]> {
  if (event.parent === null) throw parentRefusals.notOfParent();
  const isSeries = event.parent.kind === "series";
  const isAhead = ({ ends_at: endsAt }: EventRow) => Temporal.Instant.compare(endsAt, at) > 0;
  return (await eventsOfParent(db, event.parent.id)).filter((one) =>
    isSeries ? isFrom(one, event) : one.status !== "cancelled" && isAhead(one),
  );
}
