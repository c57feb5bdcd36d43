import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import type { Db } from "../../../platform/database/database.ts";
import type { Installation } from "../../../platform/installation.ts";
import { mayReceive } from "../policy.ts";
import { countsOf, findEvent, hostIdsOf } from "../queries.ts";
import { type ArrivalSearch, arrivalsOf, doubleScansOf, findTicket, presenceOf, scansOf } from "./queries.ts";

/** A ticket as the door sees it, with its check-ins. */
export async function readScanned(db: Db, actor: Actor, ticketId: string) {
  const known = await findTicket(db, ticketId);
  authorize(actor, known !== undefined && mayReceive(actor, known.host_ids));
  const ticket = found(known);
  return { ticket, scans: await scansOf(db, ticket) };
}

/** Who may come in at an event, how many are there, and the scans of tickets that were seen twice. */
export async function readArrivals({ db, now }: Installation, actor: Actor, idOrSlug: string, search: ArrivalSearch) {
  const known = await findEvent(db, idOrSlug);
  authorize(actor, known !== undefined && mayReceive(actor, hostIdsOf(known)));
  const event = found(known);
  // before it is read: what happens meanwhile is told next time
  const readAt = now();
  const [arrivals, doubles, counts, presence] = await Promise.all([
    arrivalsOf(db, event.id, search),
    doubleScansOf(db, event.id),
    countsOf(db, event.id),
    presenceOf(db, event.id),
  ]);
  return { event, readAt, arrivals, scans: Map.groupBy(doubles, ({ ticket_id }) => ticket_id), counts: found(counts), presence };
}
