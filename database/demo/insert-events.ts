import { newPassCode } from "../../src/features/exchange/day-pass.ts";
import { vatPercentOf } from "../../src/features/plans/index.ts";
import type { Tx } from "../../src/platform/database/database.ts";
import { newId } from "../../src/platform/database/id.ts";
import { dayIn } from "../../src/platform/time/day.ts";
import { calendarAt, earlier, timeZone } from "./calendar.ts";
import { chance } from "./chance.ts";
import { resolveDay, resolveMoment } from "./day.ts";
import { insertMany } from "./insert-all.ts";
import type { Network, Participant } from "./network.ts";
import type { Demo } from "./read.ts";

/** Events by their slug. */
export type HeldEvents = Map<string, { eventId: string; startsAt: Temporal.Instant }>;
type Planned = Demo["events"][number];
type PlannedType = Planned["ticketTypes"][number];
type Ids = Map<string, string>;
type Asked = Planned["questions"][number];
type Placed = {
  planned: Planned;
  parentId: string | null;
  eventId: string;
  leads: string;
  types: Ids;
  questions: Ids;
  startsAt: Temporal.Instant;
};
type Wish = { person: Participant; organizationId: string | null; quantity: number; state: "confirmed" | "waiting" | "held" };
type Entry = Wish & { type: PlannedType; placed: Placed; id: string; at: Temporal.Instant };

const offerHours = 24;
// nobody has asked the register about houses that are made up
const isVatRegistered = null;

/** The calendar of events with those who have registered, and what the quotas have left of it. */
export async function insertEvents(tx: Tx, demo: Demo, network: Network, now: Temporal.Instant): Promise<HeldEvents> {
  const calendar = calendarAt(now);
  const placed: Placed[] = [];
  const parents = await insertParents(tx, demo, network, now);
  const all = [
    ...demo.events.map((planned) => ({ planned, parentId: null })),
    ...demo.eventParents.flatMap(({ slug, events }) => events.map((planned) => ({ planned, parentId: parents.get(slug) ?? null }))),
  ];
  for (const { planned, parentId } of all) {
    const hostIds = planned.hosts.flatMap((slug) => network.organizations.get(slug) ?? []);
    const [leads] = hostIds;
    if (!leads) continue;
    const [opens = "", closes = ""] = planned.hours.split("-");
    const [first, last] = [resolveDay(planned.day, calendar), resolveDay(planned.endDay ?? planned.day, calendar)];
    const startsAt = resolveMoment(`${first}T${opens}`, calendar, now, timeZone);
    const endsAt = resolveMoment(`${last}T${closes}`, calendar, now, timeZone);
    const types: Ids = new Map(planned.ticketTypes.map(({ name }) => [name, newId()]));
    const questions: Ids = new Map(planned.questions.map(({ key }) => [key, newId()]));
    const one: Placed = { planned, parentId, eventId: newId(), leads, types, questions, startsAt };
    placed.push(one);
    await insertEvent(tx, { ...one, hostIds, endsAt }, network.houses.get(planned.space ?? "")?.id ?? null, now);
  }
  const entries = placed.flatMap((one) => entriesOf(one, network, now));
  await insertEntries(tx, entries, network, now);
  return new Map(placed.map(({ planned, eventId, startsAt }) => [planned.slug, { eventId, startsAt }]));
}

async function insertParents(tx: Tx, demo: Demo, network: Network, now: Temporal.Instant): Promise<Ids> {
  const parents = demo.eventParents.map((planned) => ({ id: newId(), ...planned }));
  await insertMany(
    tx,
    "event_parents",
    parents.map(({ id, slug, kind, title, descriptions }) => ({
      ...{ id, slug, kind, titles: title as never, descriptions: descriptions as never, version: 1 },
      created_at: now.subtract({ hours: 24 * 40 }),
    })),
  );
  await insertMany(
    tx,
    "event_parent_hosts",
    parents.flatMap(({ id, hosts }) =>
      hosts.flatMap((slug, index) => {
        const organizationId = network.organizations.get(slug);
        return organizationId ? [{ parent_id: id, organization_id: organizationId, leads: index === 0 }] : [];
      }),
    ),
  );
  return new Map(parents.map(({ id, slug }) => [slug, id]));
}

type Whole = Placed & { hostIds: string[]; endsAt: Temporal.Instant };

async function insertEvent(
  tx: Tx,
  { planned, parentId, eventId, hostIds, types, questions, startsAt, endsAt }: Whole,
  spaceId: string | null,
  now: Temporal.Instant,
) {
  await insertMany(tx, "events", [
    {
      id: eventId,
      slug: planned.slug,
      titles: planned.title as never,
      descriptions: planned.descriptions as never,
      space_id: spaceId,
      place: planned.place ?? null,
      municipality_number: planned.municipality ?? null,
      municipality_recorded_on: planned.municipality === undefined ? null : dayIn(now, timeZone),
      themes: planned.themes,
      parent_id: parentId,
      online_url: planned.online ?? null,
      starts_at: startsAt,
      ends_at: endsAt,
      time_zone: timeZone,
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
    },
  ]);
  await insertMany(
    tx,
    "event_hosts",
    hostIds.map((id, index) => ({ event_id: eventId, organization_id: id, leads: index === 0 })),
  );
  const opensAt = planned.queueFrom === undefined ? null : resolveMoment(planned.queueFrom, calendarAt(now), now, timeZone);
  const quotas = new Map(planned.quotas.map(({ name }) => [name, newId()]));
  const drawing = (quota: string) => planned.ticketTypes.filter((type) => type.quotas.includes(quota));
  const own = (type: PlannedType, states: string[]) =>
    planned.own.filter((one) => one.type === type.name && states.includes(one.state)).length;
  const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0);
  await insertMany(
    tx,
    "event_quotas",
    planned.quotas.map(({ name, size }) => ({
      event_id: eventId,
      id: quotas.get(name) ?? newId(),
      name,
      size,
      taken: sum(drawing(name).map((type) => type.taken + own(type, ["confirmed", "offered"]))),
      waiting: sum(drawing(name).map((type) => type.waiting + own(type, ["waiting"]))),
    })),
  );
  await insertMany(
    tx,
    "ticket_types",
    planned.ticketTypes.map((type, index) => ({
      id: types.get(type.name) ?? newId(),
      event_id: eventId,
      place_in_order: index,
      name: type.name,
      price_ore: type.kroner * 100,
      member_price_ore: type.memberKroner === undefined ? null : type.memberKroner * 100,
      most_places: type.most,
      opens_at: opensAt,
    })),
  );
  await insertMany(
    tx,
    "event_questions",
    planned.questions.map(({ key, kind, label, text, options, isRequired, isPersonal }, index) => ({
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
    })),
  );
  await insertMany(
    tx,
    "ticket_type_quotas",
    planned.ticketTypes.flatMap((type) =>
      type.quotas.map((quota) => ({ event_id: eventId, ticket_type_id: types.get(type.name) ?? "", quota_id: quotas.get(quota) ?? "" })),
    ),
  );
}

/** Who comes: those told one by one, and a crowd chance picks, the same for the same event whenever it is made. */
function entriesOf(placed: Placed, network: Network, now: Temporal.Instant): Entry[] {
  const { planned } = placed;
  const crowd = chance(planned.slug).shuffle([...network.people].sort(([one], [other]) => (one < other ? -1 : 1)));
  const told = new Set(planned.own.map(({ person }) => person));
  const others = crowd.filter(([email]) => !told.has(email)).map(([, person]) => person);
  const wishes = planned.ticketTypes.flatMap((type, index) => {
    const own = planned.own
      .filter((one) => one.type === type.name)
      .flatMap(({ person, state }) => {
        const known = network.people.get(person);
        const wish: Wish | undefined = known && {
          person: known,
          organizationId: null,
          quantity: 1,
          state: state === "offered" ? "held" : state,
        };
        return wish ? [{ type, ...wish }] : [];
      });
    const from = [...others.slice(index * 7), ...others.slice(0, index * 7)];
    return [
      ...takers(from, type).map((wish) => ({ type, ...wish })),
      ...from.slice(from.length - type.waiting).map((person, place): Wish & { type: PlannedType } => ({
        ...{ type, person, organizationId: null, state: "waiting" },
        quantity: place % 3 === 0 ? Math.min(2, type.most) : 1,
      })),
      ...own,
    ];
  });
  // one after the other over the month before, or before it began
  const until = earlier(now, placed.startsAt).subtract({ hours: 2 });
  return wishes.map((wish, index) => {
    const at = until.subtract({ minutes: (wishes.length - index) * 90 });
    return { ...wish, placed, at, id: newId(at.epochMilliseconds) };
  });
}

/** So many places: most take one, companies two to four. */
function takers(people: Participant[], type: PlannedType): Wish[] {
  const wishes: Wish[] = [];
  let left = type.taken;
  for (const [index, person] of people.entries()) {
    if (left === 0) break;
    const isForCompany = person.companyId !== null && index % 2 === 0;
    const quantity = Math.min(left, isForCompany ? 2 + (index % 3) : 1, type.most);
    wishes.push({ person, organizationId: isForCompany ? person.companyId : null, quantity, state: "confirmed" });
    left -= quantity;
  }
  if (left > 0) throw new Error(`Too few people for ${type.name}`);
  return wishes;
}

async function insertEntries(tx: Tx, entries: Entry[], network: Network, now: Temporal.Instant): Promise<void> {
  const priced = entries.map((entry) => ({ ...entry, priceOre: priceOf(entry, network) }));
  const until = now.add({ hours: offerHours - 3 });
  await insertMany(
    tx,
    "registrations",
    priced.map(({ placed, id, type, quantity, state, person, organizationId, priceOre, at }) => ({
      event_id: placed.eventId,
      id,
      ticket_type_id: placed.types.get(type.name) ?? "",
      other_type_ids: [],
      quantity,
      accepts_fewer: quantity > 1 && state === "waiting",
      state,
      person_id: person.id,
      organization_id: organizationId,
      price_ore: priceOre,
      registered_at: at,
      registered_by: person.id,
      held_until: state === "held" ? until : null,
      offered_at: state === "held" ? now.subtract({ hours: 3 }) : null,
      confirmed_at: state === "confirmed" ? at : null,
    })),
  );
  const confirmed = priced.filter(({ state }) => state === "confirmed");
  await insertMany(
    tx,
    "tickets",
    priced
      .filter(({ state }) => state !== "waiting")
      .flatMap(({ placed, id, type, quantity, person, organizationId }) =>
        Array.from({ length: quantity }, (_, place) => ({
          event_id: placed.eventId,
          id: newId(),
          registration_id: id,
          ticket_type_id: placed.types.get(type.name) ?? "",
          holder_name: organizationId === null && place === 0 ? person.name : null,
          code: newPassCode(),
          is_cancelled: false,
        })),
      ),
  );
  await insertMany(tx, "registration_answers", confirmed.flatMap(answersOf));
  await insertMany(
    tx,
    "event_charges",
    confirmed
      .filter(({ priceOre }) => priceOre > 0)
      .map(({ placed, id, person, organizationId, priceOre, at }) => ({
        event_id: placed.eventId,
        id: newId(),
        registration_id: id,
        kind: "registration",
        owed_to: placed.leads,
        person_id: organizationId === null ? person.id : null,
        organization_id: organizationId,
        amount_ore: priceOre,
        seller_is_vat_registered: isVatRegistered,
        vat_percent: vatPercentOf("service", isVatRegistered),
        day: placed.startsAt.toZonedDateTimeISO(timeZone).toPlainDate().toString(),
        written_at: at,
        written_by: person.id,
      })),
  );
}

const notTolerated = ["Nøtter", "Skalldyr", "Laktose", "Gluten"];

/** What somebody answered: what is required always, what they do not tolerate seldom. */
function answersOf({ placed, id, person, at }: Entry) {
  const dice = chance(`${placed.planned.slug} ${person.name}`);
  return placed.planned.questions.flatMap((question) => {
    const value = answerTo(question, dice);
    const answered = { registration_id: id, about_id: id, question_id: placed.questions.get(question.key) ?? "" };
    return value === null
      ? []
      : [{ event_id: placed.eventId, ...answered, value: value as never, answered_at: at, answered_by: person.id }];
  });
}

function answerTo({ kind, options, isRequired }: Asked, dice: ReturnType<typeof chance>): string | true | null {
  if (!isRequired && dice.below(100) >= (kind === "text" ? 6 : 70)) return null;
  if (kind === "consent") return true;
  const answers = kind === "text" ? notTolerated : options;
  return answers[dice.below(answers.length)] ?? null;
}

// a member of any of those who hold it pays what members pay
function priceOf({ type, placed, person, organizationId, quantity, at }: Entry, network: Network): number {
  const day = at.toZonedDateTimeISO(timeZone).toPlainDate().toString();
  const hosts = placed.planned.hosts.flatMap((slug) => network.organizations.get(slug) ?? []);
  const isMember = hosts.some((host) => network.isMember(host, organizationId ?? person.id, day));
  return (isMember ? (type.memberKroner ?? type.kroner) : type.kroner) * 100 * quantity;
}
