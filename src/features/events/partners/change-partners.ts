import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import type { Db, Tx } from "../../../platform/database/database.ts";
import { newId } from "../../../platform/database/id.ts";
import type { Installation } from "../../../platform/installation.ts";
import { announce } from "../../../platform/outbox.ts";
import { type Day, dayIn } from "../../../platform/time/day.ts";
import { findOrganization } from "../../organizations/index.ts";
import { findParent } from "../parents/queries.ts";
import { seeParent } from "../parents/read-parent.ts";
import { mayRunEvent } from "../policy.ts";
import { findEvent, type Host, hostIdsOf } from "../queries.ts";
import { seeEvent } from "../read.ts";
import type { ExposureKind, PartnerLevel } from "./partner.ts";
import { findPartner, partnersOf } from "./queries.ts";

/** Whose partner: an event's, or a festival's or series'; by id or slug. */
export type PartnerOf = { event: string; parent?: undefined } | { parent: string; event?: undefined };

export interface NewPartner {
  organization?: string | undefined;
  name?: string | undefined;
  website?: string | undefined;
  level: PartnerLevel;
}

interface Known {
  id: string;
  hosts: Host[];
  isEvent: boolean;
}

/** Partners for the reader: those who run it see as well who was taken off, and what each was shown on. */
export async function readPartners(db: Db, actor: Actor, of: PartnerOf) {
  if (of.event !== undefined) {
    const { event } = await seeEvent(db, actor, of.event);
    const [own, ofParent] = await Promise.all([
      partnersOf(db, { eventId: event.id }),
      event.parent ? partnersOf(db, { parentId: event.parent.id }) : [],
    ]);
    return { own, ofParent, mayChange: mayRunEvent(actor, hostIdsOf(event)) };
  }
  const { parent, mayRun } = await seeParent(db, actor, of.parent);
  return { own: await partnersOf(db, { parentId: parent.id }), ofParent: [], mayChange: mayRun };
}

/** Adds a partner; from now on it is shown on the page, which is written down. @returns its id */
export async function addPartner(installation: Installation, actor: Actor, of: PartnerOf, given: NewPartner): Promise<string> {
  const { db, now } = installation;
  const [id, at] = [newId(), now()];
  const known = await runnable(db, actor, of);
  const today = dayIn(at, "Europe/Oslo");
  const organization = given.organization === undefined ? undefined : found(await findOrganization(db, actor, given.organization, today));
  authorize(actor, true);
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto("event_partners")
      .values({
        id,
        ...(known.isEvent ? { event_id: known.id } : { parent_id: known.id }),
        organization_id: organization?.id ?? null,
        name: organization ? null : (given.name ?? null),
        website: given.website ?? null,
        level: given.level,
        added_at: at,
        added_by: actor.personId,
      })
      .execute();
    await writeExposure(tx, { partnerId: id, kind: "event_page", shownOn: today, by: actor.personId, at });
    await writeDeed(tx, actor, known, "event.add_partner", id, at);
  });
  return id;
}

/** Takes a partner off; what was written down stays. */
export async function endPartner({ db, now }: Installation, actor: Actor, id: string): Promise<void> {
  const [known, at] = [await runnableOf(db, actor, id), now()];
  authorize(actor, true);
  await db.transaction().execute(async (tx) => {
    await tx
      .updateTable("event_partners")
      .set({ ended_at: at, ended_by: actor.personId })
      .where("id", "=", id)
      .where("ended_at", "is", null)
      .execute();
    await writeDeed(tx, actor, known, "event.end_partner", id, at);
  });
}

export interface NewExposure {
  kind: ExposureKind;
  shownOn: Day;
  seenBy?: number | undefined;
  note?: string | undefined;
}

/** Writes down what a partner was shown on. */
export async function addExposure({ db, now }: Installation, actor: Actor, id: string, given: NewExposure): Promise<void> {
  const [known, at] = [await runnableOf(db, actor, id), now()];
  authorize(actor, true);
  await db.transaction().execute(async (tx) => {
    await writeExposure(tx, { partnerId: id, ...given, by: actor.personId, at });
    await writeDeed(tx, actor, known, "event.show_partner", id, at);
  });
}

async function runnableOf(db: Db, actor: Actor, partnerId: string): Promise<Known> {
  const partner = await findPartner(db, partnerId);
  authorize(actor, partner !== undefined);
  const { event_id: event, parent_id: parent } = found(partner);
  return runnable(db, actor, event !== null ? { event } : { parent: found(parent) });
}

async function runnable(db: Db, actor: Actor, of: PartnerOf): Promise<Known> {
  const known = of.event !== undefined ? await findEvent(db, of.event) : await findParent(db, of.parent);
  authorize(actor, known !== undefined && mayRunEvent(actor, hostIdsOf(known)));
  return { ...found(known), isEvent: of.event !== undefined };
}

type Exposure = NewExposure & { partnerId: string; by: string; at: Temporal.Instant };

async function writeExposure(tx: Tx, { partnerId, kind, shownOn, seenBy, note, by, at }: Exposure): Promise<void> {
  await tx
    .insertInto("partner_exposures")
    .values({
      ...{ id: newId(), partner_id: partnerId, kind, shown_on: shownOn, seen_by: seenBy ?? null, note: note ?? null },
      ...{ written_at: at, written_by: by },
    })
    .execute();
}

type Deed = "event.add_partner" | "event.end_partner" | "event.show_partner";

async function writeDeed(tx: Tx, actor: Actor, known: Known, action: Deed, partnerId: string, at: Temporal.Instant): Promise<void> {
  const organizationIds = hostIdsOf(known);
  const subject = { kind: known.isEvent ? "event" : "event_parent", id: known.id };
  await audit(tx, { actor, at, action, subject, organizationId: organizationIds[0], details: { partnerId } });
  await announce(tx, [
    { at, topic: "event.partners_changed", organizationIds, payload: { [known.isEvent ? "eventId" : "parentId"]: known.id, partnerId } },
  ]);
}
