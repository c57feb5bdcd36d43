import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import { lockClaims } from "../../../platform/claims/decided-together.ts";
import type { Tx } from "../../../platform/database/database.ts";
import type { Installation } from "../../../platform/installation.ts";
import { announce } from "../../../platform/outbox.ts";
import { dayIn } from "../../../platform/time/day.ts";
import { findOrganization } from "../../organizations/index.ts";
import { naming } from "../parents/change-following.ts";
import { eventsAlike } from "../parents/events-alike.ts";
import { eventsOfParent, findParent, type ParentRow } from "../parents/queries.ts";
import { mayChangeHosts } from "../policy.ts";
import { type EventRow, findEvent, hostIdsOf } from "../queries.ts";
import { addHostTo, removeHostFrom, writeDeed } from "./change-hosts.ts";
import { coHostRefusals } from "./refusals.ts";

/**
 * Lets an organization hold an event and those beside it together with the ones that lead, all or none: of a series from this event on, of a
 * festival all that are not over; and the festival or series itself. It is written to once. Only those the actor leads.
 * @returns how many it holds that it did not. @throws Refusal event_parent.not_of_parent, event_host.too_many
 */
export async function addCoHostAlike(installation: Installation, actor: Actor, idOrSlug: string, word: string): Promise<number> {
  const { db, now } = installation;
  const at = now();
  const known = await findEvent(db, idOrSlug);
  authorize(actor, known !== undefined && mayChangeHosts(actor, known.hosts));
  const event = found(known);
  const { id: organizationId } = found(await findOrganization(db, actor, word, dayIn(at, "Europe/Oslo")));
  const beside = (await eventsAlike(db, event, at)).filter(({ hosts }) => mayChangeHosts(actor, hosts));
  return changeEach(installation, actor, event, beside, { act: "add_host", organizationId }, async (tx, parent) => {
    if (!mayChangeHosts(actor, parent.hosts) || hostIdsOf(parent).includes(organizationId)) return false;
    if (parent.hosts.length > 20) throw coHostRefusals.tooMany();
    await tx.insertInto("event_parent_hosts").values({ parent_id: parent.id, organization_id: organizationId, leads: false }).execute();
    return true;
  });
}

/**
 * Lets an organization hold an event and those beside it no longer, all or none; the festival or series itself neither, when it holds none of
 * its events any more. What it leads itself is left alone. @returns how many it held. @throws Refusal event_parent.not_of_parent, any of `event_host`
 */
export async function removeCoHostAlike(installation: Installation, actor: Actor, idOrSlug: string, word: string): Promise<number> {
  const { db, now } = installation;
  const at = now();
  const known = await findEvent(db, idOrSlug);
  const host = known?.hosts.find(({ id, slug }) => id === word || slug === word);
  authorize(actor, known !== undefined && mayChangeHosts(actor, known.hosts, host?.id));
  const [event, { id: organizationId, leads }] = [found(known), found(host)];
  if (leads) throw coHostRefusals.leads();
  const isCoHost = ({ hosts }: EventRow) => hosts.some((one) => one.id === organizationId && !one.leads);
  const beside = (await eventsAlike(db, event, at)).filter((one) => isCoHost(one) && mayChangeHosts(actor, one.hosts, organizationId));
  return changeEach(installation, actor, event, beside, { act: "remove_host", organizationId }, async (tx, parent) => {
    const isThere = parent.hosts.some((one) => one.id === organizationId && !one.leads);
    if (!isThere || !mayChangeHosts(actor, parent.hosts, organizationId)) return false;
    if ((await eventsOfParent(tx, parent.id)).some((one) => hostIdsOf(one).includes(organizationId))) return false;
    await tx.deleteFrom("event_parent_hosts").where("parent_id", "=", parent.id).where("organization_id", "=", organizationId).execute();
    return true;
  });
}

type Deed = { act: "add_host" | "remove_host"; organizationId: string };

async function changeEach(
  { db, now }: Installation,
  actor: Actor,
  event: EventRow,
  beside: readonly EventRow[],
  deed: Deed,
  changeParent: (tx: Tx, parent: ParentRow) => Promise<boolean>,
): Promise<number> {
  const at = now();
  const write = deed.act === "add_host" ? addHostTo : removeHostFrom;
  return db.transaction().execute(async (tx) => {
    await lockClaims(tx, ...beside.map(({ id }) => id));
    const changed: EventRow[] = [];
    for (const one of beside)
      await naming(one, async () => {
        const held = await write(tx, one.id, deed.organizationId, at);
        if (held) changed.push(held);
      });
    // whoever is written to about several is written to once
    for (const [place, one] of changed.entries())
      await writeDeed(tx, actor, one, at, { ...deed, events: changed.length, isTold: place === 0 });
    const parent = found(await findParent(tx, event.parent?.id ?? ""));
    if (await changeParent(tx, parent)) await writeParentDeed(tx, actor, parent, at, deed);
    return changed.length;
  });
}

async function writeParentDeed(
  tx: Tx,
  actor: Actor,
  parent: ParentRow,
  at: Temporal.Instant,
  { act, organizationId }: Deed,
): Promise<void> {
  await tx
    .updateTable("event_parents")
    .set({ version: parent.version + 1 })
    .where("id", "=", parent.id)
    .execute();
  const hostIds = hostIdsOf(parent);
  const subject = { kind: "event_parent", id: parent.id };
  await audit(tx, { actor, at, action: `event_parent.${act}`, subject, organizationId: hostIds[0], details: { organizationId } });
  const organizationIds = [...new Set([...hostIds, organizationId])];
  await announce(tx, [{ at, topic: "event_parent.changed", organizationIds, payload: { parentId: parent.id } }]);
}
