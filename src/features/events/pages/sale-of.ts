import { saleAt } from "../event.ts";
import type { ShownType } from "./load-event.ts";

/** Whether a kind of ticket is sold at a moment. */
export function saleOf({ opensAt, closesAt }: ShownType, now: string) {
  const moment = (at: string | null) => (at === null ? null : Temporal.Instant.from(at));
  return saleAt({ opensAt: moment(opensAt), closesAt: moment(closesAt) }, Temporal.Instant.from(now));
}
