import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import type { Db } from "../../../platform/database/database.ts";
import { mayReceive } from "../policy.ts";
import { findEvent, hostIdsOf } from "../queries.ts";
import { arrivalsOf, doubleScansOf, findTicket, scansOf } from "./queries.ts";

/** A ticket as the door sees it, with its check-ins. */
export async function readScanned(db: Db, actor: Actor, ticketId: string) {
  const known = await findTicket(db, ticketId);
  authorize(actor, known !== undefined && mayReceive(actor, known.host_ids));
  const ticket = found(known);
  return { ticket, scans: await scansOf(db, ticket) };
}

/** Who may come in at an event, with the scans of tickets that were seen twice. */
export async function readArrivals(db: Db, actor: Actor, idOrSlug: string) {
  const known = await findEvent(db, idOrSlug);
  authorize(actor, known !== undefined && mayReceive(actor, hostIdsOf(known)));
  const event = found(known);
  const [arrivals, doubles] = await Promise.all([arrivalsOf(db, event.id), doubleScansOf(db, event.id)]);
  return { event, arrivals, scans: Map.groupBy(doubles, ({ ticket_id }) => ticket_id) };
}
