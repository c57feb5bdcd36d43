import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import type { Db } from "../../platform/database/database.ts";
import { type CountRow, countRowsOf } from "./counting/count-rows.ts";
import type { OpenedCount } from "./counting/opened-counts.ts";
import { type RegistrationState, sharesOf } from "./event.ts";
import { invitationOf, isExpected } from "./inviting/queries.ts";
import { mayChangeRegistration, mayReceive, mayRunEvent } from "./policy.ts";
import {
  audienceOf,
  countsOf,
  type EventRow,
  findEvent,
  findRegistration,
  hostIdsOf,
  type QuotaRow,
  quotasOf,
  type RegistrationRow,
  registrationsFor,
  type TicketTypeRow,
  ticketTypesOf,
} from "./queries.ts";
import { questionsOf } from "./questions/queries.ts";
import type { Question } from "./questions/question.ts";
import { queuePlaceOf } from "./queueing/queries.ts";
import type { QueuePlace } from "./queueing/queue.ts";

/** An event as whoever asks sees it. */
export interface SeenEvent {
  event: EventRow;
  types: TicketTypeRow[];
  quotas: QuotaRow[];
  questions: Question[];
  audience: { id: string; slug: string; name: string }[];
  /** When whoever asks is invited. */
  invitation: { declined_at: Temporal.Instant | null } | undefined;
  /** When whoever asks stands in its queue. */
  queuePlace: QueuePlace | undefined;
}

/** An event with its tickets. A draft is there for those who run it only, one for the invited for those at the door and those expected too. */
export async function seeEvent(db: Db, actor: Actor, idOrSlug: string): Promise<SeenEvent> {
  const known = await findEvent(db, idOrSlug);
  const event = found(known && (await isSeen(db, actor, known)) ? known : undefined);
  const [types, quotas, questions, audience, invitation, queuePlace] = await Promise.all([
    ticketTypesOf(db, event.id),
    quotasOf(db, event.id),
    questionsOf(db, event.id),
    event.audience === "members" ? audienceOf(db, event.id) : [],
    actor.kind === "person" ? invitationOf(db, event.id, actor.personId) : undefined,
    actor.kind === "person" && event.has_queue ? queuePlaceOf(db, event.id, actor.personId) : undefined,
  ]);
  return { event, types, quotas, questions, audience, invitation, queuePlace };
}

async function isSeen(db: Db, actor: Actor, event: EventRow): Promise<boolean> {
  const hostIds = hostIdsOf(event);
  if (event.status === "draft") return mayRunEvent(actor, hostIds);
  if (event.audience !== "invited" || mayReceive(actor, hostIds)) return true;
  return actor.kind === "person" && isExpected(db, event.id, actor.personId);
}

export async function readRegistration(db: Db, actor: Actor, id: string): Promise<RegistrationRow> {
  const row = await findRegistration(db, id);
  const isSeen =
    row && (mayChangeRegistration(actor, { personId: row.person_id, hostIds: row.host_ids }) || mayReceive(actor, row.host_ids));
  authorize(actor, isSeen === true);
  return found(row);
}

type Window = { state?: RegistrationState | undefined; limit: number; after: [string, string] | undefined };

/** Who has registered, for those at the door; one more than asked for, if there is one. */
export async function readRegistrations(db: Db, actor: Actor, idOrSlug: string, window: Window): Promise<RegistrationRow[]> {
  const event = await received(db, actor, idOrSlug);
  return registrationsFor(db, { eventId: event.id, ...window });
}

export async function readCounts(db: Db, actor: Actor, idOrSlug: string, at: Temporal.Instant) {
  const event = await received(db, actor, idOrSlug);
  const [counts, quotas] = await Promise.all([countsOf(db, event.id), quotasOf(db, event.id)]);
  const places = quotas.reduce((sum, { size }) => sum + size, 0);
  return { ...found(counts), places, ...sharesOf(found(counts), quotas, Temporal.Instant.compare(event.ends_at, at) <= 0) };
}

/** The rows behind a count, for those at the door; one more than asked for, if there is one. None as long as nobody knows who stays away. */
export async function readCountRows(
  db: Db,
  actor: Actor,
  idOrSlug: string,
  { count, limit, after, at }: { count: OpenedCount; limit: number; after: [string, string] | undefined; at: Temporal.Instant },
): Promise<CountRow[]> {
  const event = await received(db, actor, idOrSlug);
  if (count === "no-shows" && (await readCounts(db, actor, event.id, at)).noShows === null) return [];
  return countRowsOf(db, event.id, count, limit, after);
}

async function received(db: Db, actor: Actor, idOrSlug: string): Promise<EventRow> {
  const event = await findEvent(db, idOrSlug);
  authorize(actor, event !== undefined && mayReceive(actor, hostIdsOf(event)));
  return found(event);
}
