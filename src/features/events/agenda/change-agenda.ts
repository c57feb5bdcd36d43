import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import type { Db, Tx } from "../../../platform/database/database.ts";
import { newId } from "../../../platform/database/id.ts";
import type { Texts } from "../../../platform/database/schema.ts";
import { sameVersion } from "../../../platform/http/version.ts";
import type { Installation } from "../../../platform/installation.ts";
import { announce } from "../../../platform/outbox.ts";
import { mayRunEvent } from "../policy.ts";
import { type EventRow, findEvent, hostIdsOf } from "../queries.ts";
import { countPeople, findRoom, findSession } from "./queries.ts";
import { agendaRefusals } from "./refusals.ts";

/** What a session is, whole. A speaker is a person's id or a name. */
export interface SessionGiven {
  title: Texts;
  descriptions: Texts;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  track: string | null;
  room: string | null;
  resourceId: string | null;
  language: string | null;
  mostPeople: number | null;
  speakers: { personId?: string | undefined; name?: string | undefined; title?: string | undefined; organization?: string | undefined }[];
}

/** Adds a session to the programme. @returns its event's id and its own. @throws Refusal any of `agenda` */
export async function addSession(installation: Installation, actor: Actor, idOrSlug: string, given: SessionGiven) {
  const event = await runnable(installation.db, actor, idOrSlug);
  const id = newId();
  await installation.db.transaction().execute(async (tx) => {
    await checkGiven(tx, event, given);
    await tx
      .insertInto("event_sessions")
      .values({ event_id: event.id, id, created_at: installation.now(), ...columnsOf(given) })
      .execute();
    await addSpeakers(tx, event.id, id, given.speakers);
    await writeDeed(tx, installation, actor, event, { action: "event.add_session", sessionId: id, title: given.title });
  });
  return { eventId: event.id, id };
}

/** Writes a session anew. @throws Refusal any of `agenda`, or that somebody else saved meanwhile */
export async function changeSession(
  installation: Installation,
  actor: Actor,
  idOrSlug: string,
  id: string,
  given: SessionGiven,
  expected: number | undefined,
) {
  const event = await runnable(installation.db, actor, idOrSlug);
  await installation.db.transaction().execute(async (tx) => {
    await tx.selectFrom("event_sessions").select("id").where("event_id", "=", event.id).where("id", "=", id).forUpdate().execute();
    const before = found(await findSession(tx, event.id, id));
    sameVersion(expected, before);
    await checkGiven(tx, event, given);
    await tx
      .updateTable("event_sessions")
      .set({ ...columnsOf(given), version: before.version + 1 })
      .where("event_id", "=", event.id)
      .where("id", "=", id)
      .execute();
    await tx.deleteFrom("session_speakers").where("event_id", "=", event.id).where("session_id", "=", id).execute();
    await addSpeakers(tx, event.id, id, given.speakers);
    await writeDeed(tx, installation, actor, event, { action: "event.change_session", sessionId: id, title: given.title });
  });
  return { eventId: event.id, id };
}

/** Takes a session off the programme. @throws Refusal agenda.attended */
export async function removeSession(installation: Installation, actor: Actor, idOrSlug: string, id: string): Promise<void> {
  const event = await runnable(installation.db, actor, idOrSlug);
  await installation.db.transaction().execute(async (tx) => {
    const { titles } = found(await findSession(tx, event.id, id));
    await tx.deleteFrom("event_sessions").where("event_id", "=", event.id).where("id", "=", id).execute();
    await writeDeed(tx, installation, actor, event, { action: "event.remove_session", sessionId: id, title: titles });
  });
}

async function runnable(db: Db, actor: Actor, idOrSlug: string): Promise<EventRow> {
  const event = await findEvent(db, idOrSlug);
  authorize(actor, event !== undefined && mayRunEvent(actor, hostIdsOf(event)));
  return found(event);
}

async function checkGiven(tx: Tx, event: EventRow, { startsAt, endsAt, resourceId, speakers }: SessionGiven): Promise<void> {
  if (Temporal.Instant.compare(startsAt, endsAt) >= 0) throw agendaRefusals.endsBeforeStart();
  if (Temporal.Instant.compare(startsAt, event.starts_at) < 0 || Temporal.Instant.compare(endsAt, event.ends_at) > 0)
    throw agendaRefusals.outsideEvent();
  if (resourceId !== null && (await findRoom(tx, resourceId))?.space_id !== event.space_id) throw agendaRefusals.roomElsewhere();
  const people = [...new Set(speakers.flatMap(({ personId }) => personId ?? []))];
  if (people.length > 0 && (await countPeople(tx, people)) < people.length) throw agendaRefusals.unknownSpeaker();
}

function columnsOf(given: SessionGiven) {
  return {
    titles: JSON.stringify(given.title),
    descriptions: JSON.stringify(given.descriptions),
    starts_at: given.startsAt,
    ends_at: given.endsAt,
    track: given.track,
    room: given.room,
    resource_id: given.resourceId,
    language: given.language,
    most_people: given.mostPeople,
  };
}

async function addSpeakers(tx: Tx, eventId: string, sessionId: string, speakers: SessionGiven["speakers"]): Promise<void> {
  if (speakers.length === 0) return;
  await tx
    .insertInto("session_speakers")
    .values(
      speakers.map(({ personId, name, title, organization }, index) => ({
        event_id: eventId,
        session_id: sessionId,
        place_in_order: index,
        person_id: personId ?? null,
        name: personId === undefined ? (name ?? null) : null,
        title: title ?? null,
        organization: organization ?? null,
      })),
    )
    .execute();
}

type Deed = { action: "event.add_session" | "event.change_session" | "event.remove_session"; sessionId: string; title: Texts };

async function writeDeed(tx: Tx, { now }: Installation, actor: Actor, event: EventRow, { action, sessionId, title }: Deed): Promise<void> {
  const [at, organizationIds] = [now(), hostIdsOf(event)];
  const subject = { kind: "event", id: event.id };
  await audit(tx, { actor, at, action, subject, organizationId: organizationIds[0], details: { sessionId, title } });
  await announce(tx, [{ at, topic: "event.agenda_changed", organizationIds, payload: { eventId: event.id, sessionId } }]);
}
