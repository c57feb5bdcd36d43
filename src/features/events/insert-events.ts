import type { Actor } from "../../platform/access/actor.ts";
import { auditAll } from "../../platform/audit.ts";
import type { Tx } from "../../platform/database/database.ts";
import { newId } from "../../platform/database/id.ts";
import { announce } from "../../platform/outbox.ts";
import { freeSlug, slugOf } from "../organizations/index.ts";
import { titleIn } from "./event.ts";
import type { PreparedEvent } from "./prepare-event.ts";
import { takenSlugs } from "./queries.ts";
import { eventRefusals } from "./refusals.ts";

/** Writes events with their hosts and tickets, in the log and for those who are told. @throws Refusal event.unknown_quota */
export async function insertEvents(tx: Tx, actor: Actor, events: readonly PreparedEvent[], at: Temporal.Instant): Promise<void> {
  if (events.length === 0) return;
  const slugs = await slugsFor(tx, events);
  await tx
    .insertInto("events")
    .values(
      events.map((given) => ({
        id: given.id,
        slug: slugs.get(given.id) ?? given.id,
        titles: JSON.stringify(given.title),
        descriptions: JSON.stringify(given.descriptions),
        space_id: given.space?.id ?? null,
        place: given.place ?? null,
        municipality_number: given.municipality?.number ?? null,
        municipality_recorded_on: given.municipality?.recordedOn ?? null,
        country: given.country ?? null,
        online_url: given.onlineUrl ?? null,
        starts_at: given.startsAt,
        ends_at: given.endsAt,
        time_zone: given.timeZone ?? given.space?.timeZone ?? "Europe/Oslo",
        languages: given.languages,
        themes: given.themes,
        audience: given.audience,
        status: given.status,
        offer_hours: given.offerHours,
        free_cancel_days: given.freeCancelDays ?? null,
        late_cancel_percent: given.lateCancelPercent,
        needs_approval: given.needsApproval,
        has_queue: given.hasQueue,
        approval_hours: given.approvalHours,
        parent_id: given.parentId,
        created_at: at,
      })),
    )
    .execute();
  await tx
    .insertInto("event_hosts")
    .values(
      events.flatMap(({ id, hostIds }) => hostIds.map((hostId, index) => ({ event_id: id, organization_id: hostId, leads: index === 0 }))),
    )
    .execute();
  const audience = events.flatMap(({ id, audienceIds }) =>
    audienceIds.map((organizationId) => ({ event_id: id, organization_id: organizationId })),
  );
  if (audience.length > 0) await tx.insertInto("event_audience").values(audience).execute();
  await insertTickets(tx, events);
  await auditAll(
    tx,
    events.map(({ id, hostIds, title }) => ({
      ...{ actor, at, action: "event.create", subject: { kind: "event", id }, organizationId: hostIds[0], details: { title } },
    })),
  );
  await announce(
    tx,
    events
      .filter(({ status }) => status === "published")
      .map(({ id, hostIds }) => ({ at, topic: "event.published", organizationIds: hostIds, payload: { eventId: id } })),
  );
}

async function slugsFor(tx: Tx, events: readonly PreparedEvent[]): Promise<Map<string, string>> {
  const wished = events.map(({ id, title }) => ({ id, slug: slugOf(titleIn(title, "nb")) || "event" }));
  const taken = await takenSlugs(
    tx,
    wished.map(({ slug }) => slug),
  );
  return new Map(
    wished.map(({ id, slug }) => {
      const free = freeSlug(slug, taken);
      taken.add(free);
      return [id, free];
    }),
  );
}

async function insertTickets(tx: Tx, events: readonly PreparedEvent[]): Promise<void> {
  const quotas = events.flatMap((event) => event.quotas.map(({ name, size }) => ({ event_id: event.id, id: newId(), name, size })));
  if (quotas.length > 0) await tx.insertInto("event_quotas").values(quotas).execute();
  const quotaIds = new Map(quotas.map(({ event_id, id, name }) => [`${event_id} ${name}`, id]));
  const types = events.flatMap((event) =>
    event.ticketTypes.map((type, index) => ({ ...type, id: newId(), eventId: event.id, placeInOrder: index })),
  );
  if (types.length === 0) return;
  await tx
    .insertInto("ticket_types")
    .values(
      types.map((type) => ({
        id: type.id,
        event_id: type.eventId,
        place_in_order: type.placeInOrder,
        name: type.name,
        price_ore: type.priceOre,
        member_price_ore: type.memberPriceOre ?? null,
        opens_at: type.opensAt ?? null,
        closes_at: type.closesAt ?? null,
        access_code: type.accessCode ?? null,
        most_places: type.mostPlaces,
      })),
    )
    .execute();
  const drawn = types.flatMap((type) =>
    [...new Set(type.quotas)].map((quota) => {
      const quotaId = quotaIds.get(`${type.eventId} ${quota}`);
      if (quotaId === undefined) throw eventRefusals.unknownQuota({ quota });
      return { event_id: type.eventId, ticket_type_id: type.id, quota_id: quotaId };
    }),
  );
  await tx.insertInto("ticket_type_quotas").values(drawn).execute();
}
