import type { Actor } from "../../../platform/access/actor.ts";
import type { Db } from "../../../platform/database/database.ts";
import { mayReceive, mayRunEvent } from "../policy.ts";
import { hostIdsOf } from "../queries.ts";
import { seeEvent } from "../read.ts";
import { presentSession, warningsOf } from "./present.ts";
import { roomsOf, sessionsOf } from "./queries.ts";

/** The programme as the reader may see it: with counts for those who receive, with warnings and rooms for those who run the event. */
export async function readAgenda(db: Db, actor: Actor, idOrSlug: string) {
  const { event } = await seeEvent(db, actor, idOrSlug);
  const hosts = hostIdsOf(event);
  const mayChange = mayRunEvent(actor, hosts);
  const rows = await sessionsOf(db, event.id);
  return {
    items: rows.map((row) => presentSession(row, mayReceive(actor, hosts))),
    warnings: mayChange ? warningsOf(rows) : [],
    rooms: mayChange && event.space_id !== null ? await roomsOf(db, event.space_id) : [],
    abilities: { change: mayChange },
  };
}
