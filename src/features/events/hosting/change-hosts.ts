import { sql } from "kysely";
import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import type { Db, Tx } from "../../../platform/database/database.ts";
import type { Installation } from "../../../platform/installation.ts";
import { announce } from "../../../platform/outbox.ts";
import { dayIn } from "../../../platform/time/day.ts";
import { findOrganization } from "../../organizations/index.ts";
import { holdEvent } from "../changing/hold-event.ts";
import { mayChangeHosts } from "../policy.ts";
import { audienceOf, type EventRow, findEvent, type Host, hostIdsOf } from "../queries.ts";
import { eventRefusals } from "../refusals.ts";
import { coHostRefusals } from "./refusals.ts";

const most = 20;

/** Lets an organization hold an event together with the one that leads. Held by it before, it stays so. @throws Refusal event_host.too_many */
export async function addCoHost({ db, now }: Installation, actor: Actor, idOrSlug: string, word: string): Promise<Host[]> {
  const at = now();
  const { id } = await changeable(db, actor, idOrSlug);
  const organization = found(await findOrganization(db, actor, word, dayIn(at, "Europe/Oslo")));
  await db.transaction().execute(async (tx) => {
    const event = await addHostTo(tx, id, organization.id);
    if (event) await writeDeed(tx, actor, event, at, { act: "add_host", organizationId: organization.id });
  });
  return found(await findEvent(db, id)).hosts;
}

/** Lets an organization hold an event no longer. @throws Refusal event_host.leads, members_rely, prices_rely */
export async function removeCoHost({ db, now }: Installation, actor: Actor, idOrSlug: string, word: string): Promise<void> {
  const at = now();
  const known = await findEvent(db, idOrSlug);
  const host = known?.hosts.find(({ id, slug }) => id === word || slug === word);
  authorize(actor, known !== undefined && mayChangeHosts(actor, known.hosts, host?.id));
  const { id } = found(known);
  const { id: organizationId, leads } = found(host);
  if (leads) throw coHostRefusals.leads();
  await db.transaction().execute(async (tx) => {
    const event = await removeHostFrom(tx, id, organizationId, at);
    if (event) await writeDeed(tx, actor, event, at, { act: "remove_host", organizationId });
  });
}

/** Writes a co-host. @returns the event as it was; nothing, when it was held by it already. @throws Refusal event_host.too_many */
export async function addHostTo(tx: Tx, id: string, organizationId: string): Promise<EventRow | undefined> {
  const event = await holdEvent(tx, id);
  if (hostIdsOf(event).includes(organizationId)) return undefined;
  if (event.hosts.length > most) throw coHostRefusals.tooMany();
  await tx.insertInto("event_hosts").values({ event_id: id, organization_id: organizationId, leads: false }).execute();
  return event;
}

/** Removes a co-host. @returns the event as it was; nothing, when it was none. @throws Refusal event.is_over, event_host.members_rely, prices_rely */
export async function removeHostFrom(tx: Tx, id: string, organizationId: string, at: Temporal.Instant): Promise<EventRow | undefined> {
  const event = await holdEvent(tx, id);
  if (Temporal.Instant.compare(event.ends_at, at) <= 0) throw eventRefusals.isOver();
  if (!hostIdsOf(event).includes(organizationId)) return undefined;
  await keepPromises(tx, event);
  await tx.deleteFrom("event_hosts").where("event_id", "=", id).where("organization_id", "=", organizationId).execute();
  return event;
}

/** Nobody who could register is shut out once somebody has, and nobody who waits pays more than they were told. */
async function keepPromises(tx: Tx, { id, audience }: EventRow): Promise<void> {
  const isForTheirMembers = audience === "members" && (await audienceOf(tx, id)).length === 0;
  const { registered, waiting } = await tx
    .selectFrom("registrations as r")
    .innerJoin("ticket_types as t", "t.id", "r.ticket_type_id")
    .select(({ fn }) => [
      fn.countAll<number>().as("registered"),
      fn.countAll<number>().filterWhere("r.state", "=", "waiting").filterWhere(sql<boolean>`t.member_price_ore is not null`).as("waiting"),
    ])
    .where("r.event_id", "=", id)
    .where("r.state", "<>", "cancelled")
    .executeTakeFirstOrThrow();
  if (isForTheirMembers && Number(registered) > 0) throw coHostRefusals.membersRely();
  if (Number(waiting) > 0) throw coHostRefusals.pricesRely({ waiting: Number(waiting) });
}

async function changeable(db: Db, actor: Actor, idOrSlug: string): Promise<EventRow> {
  const event = await findEvent(db, idOrSlug);
  authorize(actor, event !== undefined && mayChangeHosts(actor, event.hosts));
  return found(event);
}

interface Deed {
  act: "add_host" | "remove_host";
  organizationId: string;
  /** Of how many events it is said at once. */
  events?: number;
  /** Whether it is written to about this one. */
  isTold?: boolean;
}

/** Logs that who holds an event has changed, and announces it. */
export async function writeDeed(tx: Tx, actor: Actor, event: EventRow, at: Temporal.Instant, deed: Deed): Promise<void> {
  const { act, organizationId, events = 1, isTold = true } = deed;
  await tx
    .updateTable("events")
    .set({ version: event.version + 1 })
    .where("id", "=", event.id)
    .execute();
  const hostIds = hostIdsOf(event);
  await audit(tx, {
    ...{ actor, at, action: `event.${act}`, subject: { kind: "event", id: event.id } },
    ...{ organizationId: hostIds[0], details: { organizationId } },
  });
  const organizationIds = [...new Set([...hostIds, organizationId])];
  const topic = act === "add_host" ? "event.host_added" : "event.host_removed";
  await announce(tx, [{ at, topic, organizationIds, payload: { eventId: event.id, organizationId, events, isTold } }]);
}
