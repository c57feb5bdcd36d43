import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import { audit } from "../../platform/audit.ts";
import type { Db, Tx } from "../../platform/database/database.ts";
import { newId } from "../../platform/database/id.ts";
import type { Texts } from "../../platform/database/schema.ts";
import type { Installation } from "../../platform/installation.ts";
import { announce } from "../../platform/outbox.ts";
import { dayIn } from "../../platform/time/day.ts";
import { findOrganization, freeSlug, slugOf } from "../organizations/index.ts";
import { findSpace } from "../spaces/index.ts";
import { type Audience, type EventStatus, titleIn } from "./event.ts";
import { mayHoldEvents } from "./policy.ts";
import { eventRefusals } from "./refusals.ts";

export interface NewTicketType {
  name: string;
  /** Names of the quotas it draws on. */
  quotas: string[];
  priceOre: number;
  memberPriceOre?: number | undefined;
  opensAt?: Temporal.Instant | undefined;
  closesAt?: Temporal.Instant | undefined;
  accessCode?: string | undefined;
  mostPlaces: number;
}

export interface NewEvent {
  title: Texts;
  descriptions: Texts;
  /** Who leads: id or slug, as of those who hold it too. */
  organization: string;
  coHosts: string[];
  space?: string | undefined;
  place?: string | undefined;
  onlineUrl?: string | undefined;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  timeZone?: string | undefined;
  languages: string[];
  audience: Audience;
  /** Whose members it is for, when not of those who hold it: ids or slugs. */
  audienceOrganizations: string[];
  status: Exclude<EventStatus, "cancelled">;
  offerHours: number;
  freeCancelDays?: number | undefined;
  lateCancelPercent: number;
  needsApproval: boolean;
  hasQueue: boolean;
  approvalHours: number;
  quotas: { name: string; size: number }[];
  ticketTypes: NewTicketType[];
}

/** Holds an event in the name of an organization. @returns its id. @throws Refusal event.unknown_quota, event.ends_before_start */
export async function createEvent(installation: Installation, actor: Actor, given: NewEvent): Promise<string> {
  const { db, now } = installation;
  const [id, at] = [newId(), now()];
  const today = dayIn(at, "Europe/Oslo");
  authorize(actor, true);
  const leads = await findOrganization(db, actor, given.organization, today);
  authorize(actor, leads !== undefined && mayHoldEvents(actor, leads.id));
  const hosts = [
    found(leads),
    ...(await Promise.all(given.coHosts.map(async (host) => found(await findOrganization(db, actor, host, today))))),
  ];
  const audience = await Promise.all(
    (given.audience === "members" ? given.audienceOrganizations : []).map(
      async (one) => found(await findOrganization(db, actor, one, today)).id,
    ),
  );
  const space = given.space === undefined ? undefined : found(await findSpace(db, given.space));
  if (Temporal.Instant.compare(given.startsAt, given.endsAt) >= 0) throw eventRefusals.endsBeforeStart();
  await db.transaction().execute(async (tx) => {
    const slug = slugOf(titleIn(given.title, "nb")) || "event";
    await tx
      .insertInto("events")
      .values({
        id,
        slug: freeSlug(slug, await takenSlugs(tx, slug)),
        titles: JSON.stringify(given.title),
        descriptions: JSON.stringify(given.descriptions),
        space_id: space?.id ?? null,
        place: given.place ?? null,
        online_url: given.onlineUrl ?? null,
        starts_at: given.startsAt,
        ends_at: given.endsAt,
        time_zone: given.timeZone ?? space?.time_zone ?? "Europe/Oslo",
        languages: given.languages,
        audience: given.audience,
        status: given.status,
        offer_hours: given.offerHours,
        free_cancel_days: given.freeCancelDays ?? null,
        late_cancel_percent: given.lateCancelPercent,
        needs_approval: given.needsApproval,
        has_queue: given.hasQueue,
        approval_hours: given.approvalHours,
        created_at: at,
      })
      .execute();
    const distinct = [...new Map(hosts.map((host) => [host.id, host])).values()];
    await tx
      .insertInto("event_hosts")
      .values(distinct.map((host, index) => ({ event_id: id, organization_id: host.id, leads: index === 0 })))
      .execute();
    if (audience.length > 0)
      await tx
        .insertInto("event_audience")
        .values([...new Set(audience)].map((organizationId) => ({ event_id: id, organization_id: organizationId })))
        .execute();
    await addTickets(tx, id, given);
    const organizationIds = distinct.map((host) => host.id);
    const subject = { kind: "event", id };
    await audit(tx, { actor, at, action: "event.create", subject, organizationId: organizationIds[0], details: { title: given.title } });
    if (given.status === "published") await announce(tx, [{ at, topic: "event.published", organizationIds, payload: { eventId: id } }]);
  });
  return id;
}

async function addTickets(tx: Tx, eventId: string, { quotas, ticketTypes }: NewEvent): Promise<void> {
  const quotaIds = new Map(quotas.map(({ name }) => [name, newId()]));
  if (quotas.length > 0)
    await tx
      .insertInto("event_quotas")
      .values(quotas.map(({ name, size }) => ({ event_id: eventId, id: quotaIds.get(name) ?? newId(), name, size })))
      .execute();
  const types = ticketTypes.map((type, index) => ({ id: newId(), place_in_order: index, ...type }));
  if (types.length === 0) return;
  await tx
    .insertInto("ticket_types")
    .values(
      types.map((type) => ({
        id: type.id,
        event_id: eventId,
        place_in_order: type.place_in_order,
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
      const quotaId = quotaIds.get(quota);
      if (quotaId === undefined) throw eventRefusals.unknownQuota({ quota });
      return { event_id: eventId, ticket_type_id: type.id, quota_id: quotaId };
    }),
  );
  await tx.insertInto("ticket_type_quotas").values(drawn).execute();
}

async function takenSlugs(db: Db, slug: string): Promise<Set<string>> {
  const rows = await db.selectFrom("events").select("slug").where("slug", "like", `${slug}%`).execute();
  return new Set(rows.map((row) => row.slug));
}
