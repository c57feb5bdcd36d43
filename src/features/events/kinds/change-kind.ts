import type { Actor } from "../../../platform/access/actor.ts";
import { found } from "../../../platform/access/authorize.ts";
import type { Tx } from "../../../platform/database/database.ts";
import type { Installation } from "../../../platform/installation.ts";
import { claimsOf } from "../registering/registration-claims.ts";
import { type Drawn, drawOn } from "./draw-on.ts";
import { closedAt, isDearerForWaiting } from "./kind-promises.ts";
import { findKind, type KindRow, type KindUse, usesOfKinds } from "./queries.ts";
import { kindRefusals } from "./refusals.ts";
import { type KindDeed, withinEvent } from "./within-event.ts";

/** What is left out stays as it is. `quotas`: the names of all it takes places of from now on, with those that are made with it. */
export type KindChange = { [Field in keyof Omit<KindRow, "id">]?: KindRow[Field] | undefined } & {
  [Field in keyof Drawn]?: Drawn[Field] | undefined;
};

type Kind = { idOrSlug: string; typeId: string };

/** Changes a kind of ticket. @returns the event's id. @throws Refusal any of `ticket_kind`, event.unknown_quota */
export async function changeKind(
  installation: Installation,
  actor: Actor,
  { idOrSlug, typeId }: Kind,
  change: KindChange,
  expected: number | undefined,
): Promise<string> {
  const eventId = await withinEvent(installation, actor, { idOrSlug, expected }, (tx, { id }) => changeKindOf(tx, id, typeId, change));
  await offersAfter(installation, change, [eventId]);
  return eventId;
}

/** Changes a kind of ticket of an event that is held still. @throws Refusal any of `ticket_kind`, event.unknown_quota */
export async function changeKindOf(tx: Tx, eventId: string, typeId: string, change: KindChange): Promise<KindDeed> {
  const before = found(await findKind(tx, eventId, typeId));
  const { quotas, newQuotas = [], ...fields } = change;
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  const after: KindRow = { ...before, ...given };
  const { waitingFor, placesTaken } = await relianceOn(tx, eventId, typeId);
  if (isDearerForWaiting(before, after, waitingFor)) throw kindRefusals.priceStands({ waiting: waitingFor });
  await writeKind(tx, eventId, after);
  const isMoved = quotas !== undefined && (await drawOn(tx, eventId, typeId, { quotas, newQuotas }, placesTaken));
  const { name, priceOre, memberPriceOre } = before;
  return {
    action: "event.change_kind",
    details: {
      ...{ ticketTypeId: typeId, fields: [...Object.keys(given), ...(isMoved ? ["quotas"] : [])], was: { name, priceOre, memberPriceOre } },
      ...(isMoved && { quotas: [...quotas, ...newQuotas.map((quota) => quota.name)] }),
    },
  };
}

/** What comes free when a kind takes places of other quotas is offered to those who wait, at once. */
export async function offersAfter(installation: Installation, { quotas }: KindChange, eventIds: readonly string[]): Promise<void> {
  if (quotas === undefined) return;
  const [claims, at] = [claimsOf(installation), installation.now()];
  await Promise.all(eventIds.map((eventId) => claims.submit({ kind: "offer", eventId, at })));
}

/** Lets nobody register with a kind of ticket from now on. Closed before, it stays so. @returns the event's id */
export function closeKind(installation: Installation, actor: Actor, { idOrSlug, typeId }: Kind): Promise<string> {
  return withinEvent(installation, actor, { idOrSlug }, (tx, { id }, at) => closeKindOf(tx, id, typeId, at));
}

/** Closes a kind of ticket of an event that is held still; nothing, when it was so already. */
export async function closeKindOf(tx: Tx, eventId: string, typeId: string, at: Temporal.Instant): Promise<KindDeed | undefined> {
  const before = found(await findKind(tx, eventId, typeId));
  if (before.closesAt !== null && Temporal.Instant.compare(before.closesAt, at) <= 0) return undefined;
  await writeKind(tx, eventId, { ...before, ...closedAt(before.opensAt, before.closesAt, at) });
  return { action: "event.close_kind", details: { ticketTypeId: typeId, name: before.name } };
}

/** Removes a kind of ticket nobody has or had. @throws Refusal ticket_kind.is_used */
export async function removeKind(installation: Installation, actor: Actor, { idOrSlug, typeId }: Kind): Promise<void> {
  await withinEvent(installation, actor, { idOrSlug }, (tx, { id }) => removeKindOf(tx, id, typeId));
}

/** Removes a kind of ticket of an event that is held still. @throws Refusal ticket_kind.is_used */
export async function removeKindOf(tx: Tx, eventId: string, typeId: string): Promise<KindDeed> {
  const { name } = found(await findKind(tx, eventId, typeId));
  if ((await relianceOn(tx, eventId, typeId)).isUsed) throw kindRefusals.isUsed();
  await tx.deleteFrom("ticket_type_quotas").where("event_id", "=", eventId).where("ticket_type_id", "=", typeId).execute();
  await tx.deleteFrom("ticket_types").where("event_id", "=", eventId).where("id", "=", typeId).execute();
  return { action: "event.remove_kind", details: { ticketTypeId: typeId, name } };
}

async function relianceOn(tx: Tx, eventId: string, typeId: string): Promise<KindUse> {
  return found((await usesOfKinds(tx, eventId)).find(({ id }) => id === typeId));
}

async function writeKind(tx: Tx, eventId: string, kind: KindRow): Promise<void> {
  await tx
    .updateTable("ticket_types")
    .set({ name: kind.name, price_ore: kind.priceOre, member_price_ore: kind.memberPriceOre, most_places: kind.mostPlaces })
    .set({ opens_at: kind.opensAt, closes_at: kind.closesAt, access_code: kind.accessCode })
    .where("event_id", "=", eventId)
    .where("id", "=", kind.id)
    .execute();
}
