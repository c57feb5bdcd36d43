import type { Actor } from "../../../platform/access/actor.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { newId } from "../../../platform/database/id.ts";
import type { Installation } from "../../../platform/installation.ts";
import type { NewTicketType } from "../create-event.ts";
import { quotasOf, ticketTypesOf } from "../queries.ts";
import { eventRefusals } from "../refusals.ts";
import { kindRefusals } from "./refusals.ts";
import { withinEvent } from "./within-event.ts";

const most = 50;

export interface NewKind extends NewTicketType {
  /** Made with it. */
  newQuotas: { name: string; size: number }[];
}

/** Adds a kind of ticket to an event, after those it has. @returns the event's id. @throws Refusal any of `ticket_kind`, event.unknown_quota */
export function addKind(installation: Installation, actor: Actor, idOrSlug: string, given: NewKind): Promise<string> {
  return withinEvent(installation, actor, { idOrSlug }, async (tx, { id: eventId }) => {
    const [types, known] = [await ticketTypesOf(tx, eventId), await quotasOf(tx, eventId)];
    if (types.length >= most || known.length + given.newQuotas.length > most) throw kindRefusals.tooMany();
    const made = given.newQuotas.map(({ name, size }) => ({ event_id: eventId, id: newId(), name, size }));
    if (made.length > 0) await tx.insertInto("event_quotas").values(made).execute();
    const quotas = new Map([...known, ...made].map((quota) => [quota.name, quota.id]));
    const drawn = [...new Set([...given.quotas, ...made.map(({ name }) => name)])].map((quota) => {
      const quotaId = quotas.get(quota);
      if (quotaId === undefined) throw eventRefusals.unknownQuota({ quota });
      return quotaId;
    });
    const typeId = newId();
    await insertKind(tx, eventId, typeId, given);
    await tx
      .insertInto("ticket_type_quotas")
      .values(drawn.map((quotaId) => ({ event_id: eventId, ticket_type_id: typeId, quota_id: quotaId })))
      .execute();
    return { action: "event.add_kind", details: { ticketTypeId: typeId, name: given.name, priceOre: given.priceOre } };
  });
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
