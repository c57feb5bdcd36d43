import type { Tx } from "../../src/platform/database/database.ts";
import { newId } from "../../src/platform/database/id.ts";
import { dayIn } from "../../src/platform/time/day.ts";
import { calendarAt, earlier, timeZone } from "./calendar.ts";
import { resolveDay, resolveMoment } from "./day.ts";
import { insertMany } from "./insert-all.ts";
import type { Network } from "./network.ts";
import type { Demo } from "./read.ts";

export type Planned = Demo["events"][number];
export type PlannedType = Planned["ticketTypes"][number];
type Ids = Map<string, string>;

/** An event with its moments and the ids of what hangs on it, by their names. */
export type Placed = {
  planned: Planned;
  parentId: string | null;
  eventId: string;
  leads: string;
  hostIds: string[];
  spaceId: string | null;
  types: Ids;
  quotas: Ids;
  questions: Ids;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
};

export const offerHours = 24;

/** Nothing when nobody who holds it is there. */
export function placeEvent(planned: Planned, parentId: string | null, network: Network, now: Temporal.Instant): Placed | undefined {
  const calendar = calendarAt(now);
  const hostIds = planned.hosts.flatMap((slug) => network.organizations.get(slug) ?? []);
  const [leads] = hostIds;
  if (!leads) return undefined;
  const [opens = "", closes = ""] = planned.hours.split("-");
  const [first, last] = [resolveDay(planned.day, calendar), resolveDay(planned.endDay ?? planned.day, calendar)];
  return {
    ...{ planned, parentId, eventId: newId(), leads, hostIds },
    spaceId: network.houses.get(planned.space ?? "")?.id ?? null,
    types: new Map(planned.ticketTypes.map(({ name }) => [name, newId()])),
    quotas: new Map(planned.quotas.map(({ name }) => [name, newId()])),
    questions: new Map(planned.questions.map(({ key }) => [key, newId()])),
    startsAt: resolveMoment(`${first}T${opens}`, calendar, now, planned.timeZone ?? timeZone),
    endsAt: resolveMoment(`${last}T${closes}`, calendar, now, planned.timeZone ?? timeZone),
  };
}

/** Events with their hosts, quotas, ticket types and questions, each kind in one go. */
export async function insertPlaced(tx: Tx, placed: readonly Placed[], now: Temporal.Instant): Promise<void> {
  await insertMany(
    tx,
    "events",
    placed.map((one) => eventRow(one, now)),
  );
  await insertMany(
    tx,
    "event_hosts",
    placed.flatMap(({ eventId, hostIds }) => hostIds.map((id, index) => ({ event_id: eventId, organization_id: id, leads: index === 0 }))),
  );
  await insertMany(tx, "event_quotas", placed.flatMap(quotaRows));
  await insertMany(
    tx,
    "ticket_types",
    placed.flatMap((one) => typeRows(one, now)),
  );
  await insertMany(tx, "event_questions", placed.flatMap(questionRows));
  await insertMany(
    tx,
    "ticket_type_quotas",
    placed.flatMap(({ planned, eventId, types, quotas }) =>
      planned.ticketTypes.flatMap((type) =>
        type.quotas.map((quota) => ({
          event_id: eventId,
          ticket_type_id: types.get(type.name) ?? "",
          quota_id: quotas.get(quota) ?? "",
        })),
      ),
    ),
  );
}

function eventRow({ planned, parentId, eventId, spaceId, startsAt, endsAt }: Placed, now: Temporal.Instant) {
  const { municipality } = planned;
  return {
    id: eventId,
    slug: planned.slug,
    titles: planned.title as never,
    descriptions: planned.descriptions as never,
    space_id: spaceId,
    place: planned.place ?? null,
    country: planned.country ?? null,
    municipality_number: municipality ?? null,
    // a number means something only together with a day on which it was in use
    municipality_recorded_on: municipality === undefined ? null : dayIn(earlier(now, startsAt), timeZone),
    themes: planned.themes,
    parent_id: parentId,
    online_url: planned.online ?? null,
    starts_at: startsAt,
    ends_at: endsAt,
    time_zone: planned.timeZone ?? timeZone,
    languages: planned.languages,
    audience: planned.audience,
    status: "published",
    offer_hours: offerHours,
    has_queue: planned.queueFrom !== undefined,
    needs_approval: planned.needsApproval,
    free_cancel_days: planned.lateCancel?.freeDays ?? null,
    late_cancel_percent: planned.lateCancel?.percent ?? 0,
    version: 1,
    created_at: earlier(now, startsAt).subtract({ hours: 24 * 40 }),
  };
}

function quotaRows({ planned, eventId, quotas }: Placed) {
  const drawing = (quota: string) => planned.ticketTypes.filter((type) => type.quotas.includes(quota));
  const own = (type: PlannedType, states: string[]) =>
    planned.own.filter((one) => one.type === type.name && states.includes(one.state)).length;
  const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0);
  return planned.quotas.map(({ name, size }) => ({
    event_id: eventId,
    id: quotas.get(name) ?? newId(),
    name,
    size,
    taken: sum(drawing(name).map((type) => type.taken + own(type, ["confirmed", "offered"]))),
    waiting: sum(drawing(name).map((type) => type.waiting + own(type, ["waiting"]))),
  }));
}

function typeRows({ planned, eventId, types }: Placed, now: Temporal.Instant) {
  const opensAt = planned.queueFrom === undefined ? null : resolveMoment(planned.queueFrom, calendarAt(now), now, timeZone);
  return planned.ticketTypes.map((type, index) => ({
    id: types.get(type.name) ?? newId(),
    event_id: eventId,
    place_in_order: index,
    name: type.name,
    price_ore: type.kroner * 100,
    member_price_ore: type.memberKroner === undefined ? null : type.memberKroner * 100,
    most_places: type.most,
    opens_at: opensAt,
  }));
}

function questionRows({ planned, eventId, questions }: Placed) {
  return planned.questions.map(({ key, kind, label, text, options, isRequired, isPersonal }, index) => ({
    id: questions.get(key) ?? newId(),
    event_id: eventId,
    key,
    place_in_order: index,
    kind,
    labels: label as never,
    texts: (text ?? {}) as never,
    options,
    is_required: isRequired,
    is_personal: isPersonal,
  }));
}
