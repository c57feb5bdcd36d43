import { sql } from "kysely";
import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { lockNumber } from "../../../platform/claims/decided-together.ts";
import type { Db } from "../../../platform/database/database.ts";
import { newId } from "../../../platform/database/id.ts";
import type { Installation } from "../../../platform/installation.ts";
import { saleAt } from "../event.ts";
import type { TicketTypeRow } from "../queries.ts";
import { seeEvent } from "../read.ts";
import { eventRefusals } from "../refusals.ts";
import { countsInQueue, letIn, queuePlaceOf } from "./queries.ts";
import { letInMinutes, type QueueState, queueOpensMinutes, roomFor, stateOf } from "./queue.ts";
import { queueRefusals } from "./refusals.ts";

/** Where somebody stands, and what there is left for them. */
export interface Standing {
  state: QueueState;
  /** Those before them; nothing for who has been let in. */
  ahead: number | null;
  opensAt: Temporal.Instant | null;
  letInUntil: Temporal.Instant | null;
  /** Places nobody has. */
  left: number;
  /** Places kept for those who fill in a form or answer an offer: some may become free. */
  held: number;
  /** People who have been let in and choose. */
  inside: number;
}

/**
 * Stands in an event's queue, or says that one still does. Whoever was let in and let the time go by stands last.
 * @throws Refusal event_queue.none, event_queue.too_early, event.cancelled, event.is_over
 */
export async function standInQueue({ db, now }: Installation, actor: Actor, idOrSlug: string): Promise<Standing> {
  authorize(actor, true);
  const at = now();
  const { event, types, quotas } = await seeEvent(db, actor, idOrSlug);
  if (event.status === "cancelled") throw eventRefusals.cancelled();
  if (Temporal.Instant.compare(event.ends_at, at) <= 0) throw eventRefusals.isOver();
  const opensAt = firstOpening(types);
  if (!event.has_queue) throw queueRefusals.none();
  const queueOpens = opensAt?.subtract({ minutes: queueOpensMinutes });
  if (queueOpens && Temporal.Instant.compare(at, queueOpens) < 0)
    throw queueRefusals.tooEarly({ from: queueOpens, timeZone: event.time_zone });
  await beHere(db, event.id, actor.personId, at);
  const onSale = types.filter((type) => isOnSale(type, at));
  const leftOf = ({ quotas: names }: TicketTypeRow) =>
    Math.min(...quotas.filter(({ name }) => names.includes(name)).map(({ size, taken }) => size - taken));
  const left = Math.max(0, ...onSale.map(leftOf));
  let counts = await countsInQueue(db, event.id, at);
  if (counts.waiting > 0 && roomFor(left, counts.inside) > 0) {
    await letSomeIn(db, event.id, left, at);
    counts = await countsInQueue(db, event.id, at);
  }
  const place = found(await queuePlaceOf(db, event.id, actor.personId));
  const state = stateOf(place, onSale.length > 0, at);
  const isWaiting = state === "before" || state === "waiting";
  return {
    state,
    ahead: isWaiting ? place.ahead : null,
    opensAt,
    letInUntil: place.letInUntil,
    left,
    held: counts.held,
    inside: counts.inside,
  };
}

/** Leaves the queue. Not in it, there is nothing to do. */
export async function leaveQueue({ db }: Installation, actor: Actor, idOrSlug: string): Promise<void> {
  authorize(actor, true);
  const { event } = await seeEvent(db, actor, idOrSlug);
  await db.deleteFrom("event_queue").where("event_id", "=", event.id).where("person_id", "=", actor.personId).execute();
}

async function beHere(db: Db, eventId: string, personId: string, at: Temporal.Instant): Promise<void> {
  await sql`
    insert into event_queue as q (event_id, person_id, arrived_at, arrival_id, seen_at)
    values (${eventId}::uuid, ${personId}::uuid, ${at}, ${newId()}::uuid, ${at})
    on conflict on constraint event_queue_once do update set seen_at = excluded.seen_at,
      arrived_at = case when q.let_in_until <= excluded.seen_at then excluded.arrived_at else q.arrived_at end,
      arrival_id = case when q.let_in_until <= excluded.seen_at then excluded.arrival_id else q.arrival_id end,
      let_in_at = case when q.let_in_until <= excluded.seen_at then null else q.let_in_at end,
      let_in_until = case when q.let_in_until <= excluded.seen_at then null else q.let_in_until end`.execute(db);
}

// one after the other, so that nobody's place is promised twice
async function letSomeIn(db: Db, eventId: string, left: number, at: Temporal.Instant): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const lock = BigInt.asIntN(64, lockNumber(eventId) ^ 0x71n);
    await sql`select pg_advisory_xact_lock(${String(lock)}::bigint)`.execute(tx);
    const { inside } = await countsInQueue(tx, eventId, at);
    const room = roomFor(left, inside);
    if (room > 0) await letIn(tx, eventId, room, at, at.add({ minutes: letInMinutes }));
  });
}

function isOnSale({ opensAt, closesAt }: TicketTypeRow, at: Temporal.Instant): boolean {
  return saleAt({ opensAt: instantOf(opensAt), closesAt: instantOf(closesAt) }, at) === "open";
}

/** When the first tickets are sold; nothing when some always are. */
function firstOpening(types: readonly TicketTypeRow[]): Temporal.Instant | null {
  const openings = types.map(({ opensAt }) => instantOf(opensAt));
  if (openings.length === 0 || openings.includes(null)) return null;
  return openings.flatMap((opening) => opening ?? []).sort(Temporal.Instant.compare)[0] ?? null;
}

// the database writes a moment as text with the session's offset
function instantOf(moment: string | null): Temporal.Instant | null {
  return moment === null ? null : Temporal.Instant.from(moment.replace(" ", "T"));
}
