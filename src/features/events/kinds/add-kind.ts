import type { Actor } from "../../../platform/access/actor.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { newId } from "../../../platform/database/id.ts";
import type { Installation } from "../../../platform/installation.ts";
import type { NewTicketType } from "../create-event.ts";
import { ticketTypesOf } from "../queries.ts";
import { type Drawn, insertDrawn, mostQuotas, quotasDrawn } from "./draw-on.ts";
import { kindRefusals } from "./refusals.ts";
import { type KindDeed, withinEvent } from "./within-event.ts";

export type NewKind = NewTicketType & Drawn;

/** Adds a kind of ticket to an event, after those it has. @returns the event's id. @throws Refusal any of `ticket_kind`, event.unknown_quota */
export function addKind(installation: Installation, actor: Actor, idOrSlug: string, given: NewKind): Promise<string> {
  return withinEvent(installation, actor, { idOrSlug }, (tx, { id: eventId }) => addKindTo(tx, eventId, given));
}

/** Adds a kind of ticket to an event that is held still. @throws Refusal any of `ticket_kind`, event.unknown_quota */
export async function addKindTo(tx: Tx, eventId: string, given: NewKind): Promise<KindDeed> {
  const types = await ticketTypesOf(tx, eventId);
  if (types.length >= mostQuotas) throw kindRefusals.tooMany();
  if (types.some(({ name }) => name === given.name)) throw kindRefusals.nameTaken();
  const drawn = await quotasDrawn(tx, eventId, given);
  const typeId = newId();
  await insertKind(tx, eventId, typeId, given);
  await insertDrawn(tx, eventId, typeId, drawn);
  return { action: "event.add_kind", details: { ticketTypeId: typeId, name: given.name, priceOre: given.priceOre } };
}

async function insertKind(tx: Tx, eventId: string, id: string, given: NewKind): Promise<void> {
  const { last } = await tx
    .selectFrom("ticket_types")
    .select(({ fn }) => fn.max("place_in_order").as("last"))
    .where("event_id", "=", eventId)
    .executeTakeFirstOrThrow();
  await tx
    .insertInto("ticket_types")
    .values({
      ...{ id, event_id: eventId, name: given.name, price_ore: given.priceOre, most_places: given.mostPlaces },
      place_in_order: last === null ? 0 : last + 1,
      member_price_ore: given.memberPriceOre ?? null,
      opens_at: given.opensAt ?? null,
      closes_at: given.closesAt ?? null,
      access_code: given.accessCode ?? null,
    })
    .execute();
}
