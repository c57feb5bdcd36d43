import type pg from "pg";
import { sendTogether } from "../../../platform/database/send-together.ts";
import type { Audience, EventStatus, RegistrationState } from "../event.ts";
import type { Question } from "../questions/question.ts";
import type { CancelTerms } from "../terms.ts";
import type { Command, Ticket } from "./command.ts";
import { statements } from "./statements.ts";

/** Places that types draw on. */
export interface QuotaFacts {
  id: string;
  size: number;
  taken: number;
  /** Registrations that wait for some of them. */
  waiting: number;
  /** Counted up when another kind of ticket begins or stops to draw on it. */
  drawnVersion: number;
}

export interface TypeFacts {
  id: string;
  name: string;
  priceOre: number;
  memberPriceOre: number | null;
  opensAt: Temporal.Instant | null;
  closesAt: Temporal.Instant | null;
  accessCode: string | null;
  mostPlaces: number;
  quotas: QuotaFacts[];
}

export interface EventFacts extends CancelTerms {
  id: string;
  status: EventStatus;
  audience: Audience;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  timeZone: string;
  offerHours: number;
  /** Whoever runs it decides on each, within so many hours; null when everybody is welcome. */
  approvalHours: number | null;
  /** Places are taken by those who have stood in its queue and were let in. */
  hasQueue: boolean;
  /** Who holds it, the one that leads first. */
  hostIds: string[];
  isVatRegistered: boolean | null;
  types: Map<string, TypeFacts>;
  quotas: Map<string, QuotaFacts>;
  /** What it asks those who register. */
  questions: Question[];
  /** Those who wait, in their order: as many as are offered places at once. Empty unless places are given back or offered. */
  line: RegistrationFacts[];
  /** When the last of them came: whoever joins comes after. */
  lastWaiting: Temporal.Instant | null;
}

export interface RegistrationFacts {
  id: string;
  eventId: string;
  ticketTypeId: string;
  otherTypeIds: string[];
  quantity: number;
  acceptsFewer: boolean;
  state: RegistrationState;
  personId: string;
  organizationId: string | null;
  holder: string;
  isMember: boolean;
  priceOre: number;
  vatPercent: number;
  heldUntil: Temporal.Instant | null;
  offeredAt: Temporal.Instant | null;
  /** Since when whoever runs the event has been asked. */
  askedAt: Temporal.Instant | null;
  approvedAt: Temporal.Instant | null;
  tickets: Ticket[];
  /** Keys of the questions that are answered. */
  answered: string[];
}

/** Somebody who registers, as they stand to the event. */
export interface PersonFacts {
  name: string;
  isMember: boolean;
  /** Of those the event is for, when it is for members. */
  isOfAudience: boolean;
  isInvited: boolean;
  /** Until when they may choose, when they were let in from the queue. */
  letInUntil: Temporal.Instant | null;
}

/** All that deciding a batch needs to know. */
export interface Facts {
  events: Map<string, EventFacts>;
  /** By event, person and company. */
  people: Map<string, PersonFacts>;
  /** By id. */
  registrations: Map<string, RegistrationFacts>;
  /** What somebody has already: by event, person, ticket type and company. */
  existing: Map<string, RegistrationFacts>;
  /** The same keys, those of people who wait too: nobody has two registrations for one kind of ticket. */
  had: Set<string>;
}

export function personKey(wish: { eventId: string; personId: string; organizationId: string | null }): string {
  return `${wish.eventId} ${wish.personId} ${wish.organizationId}`;
}

export function existingKey(wish: { eventId: string; personId: string; ticketTypeId: string; organizationId: string | null }): string {
  return `${personKey(wish)} ${wish.ticketTypeId}`;
}

/** Whether places may come free by it, which are for those who wait. */
export function givesBack({ kind }: Command): boolean {
  return kind === "end" || kind === "return" || kind === "offer";
}

/** Reads the facts of a batch in one round trip. */
export async function readFacts(client: pg.ClientBase, batch: Command[]): Promise<Facts> {
  const ask = <Row extends pg.QueryResultRow>(name: keyof typeof statements, values: unknown[]) =>
    client.query<Row>({ name: `events_${name}`, text: statements[name], values });
  const eventIds = [...new Set(batch.map(({ eventId }) => eventId))];
  const wishes = batch.filter((command) => command.kind === "register");
  const addressed = batch.filter((command) => command.kind === "end" || command.kind === "confirm" || command.kind === "return");
  const withLine = [...new Set(batch.filter(givesBack).map(({ eventId }) => eventId))];
  const [events, types, quotas, questions, people, existing, known, line] = await Promise.all(
    sendTogether(
      client,
      () =>
        [
          ask<EventRow>("events", [eventIds]),
          ask<TypeRow>("types", [eventIds]),
          ask<QuotaRow>("quotas", [eventIds]),
          ask<QuestionRow>("questions", [eventIds]),
          ask<PersonRow>("people", [
            wishes.map(({ eventId }) => eventId),
            wishes.map(({ personId }) => personId),
            wishes.map(({ organizationId }) => organizationId),
          ]),
          ask<RegistrationRow>("existing", [wishes.map(({ eventId }) => eventId), wishes.map(({ personId }) => personId)]),
          ask<RegistrationRow>("addressed", [
            addressed.map(({ eventId }) => eventId),
            addressed.map(({ registrationId }) => registrationId),
          ]),
          ask<RegistrationRow>("line", [withLine]),
        ] as const,
    ),
  );
  const facts: Facts = {
    events: new Map(events.rows.map((row) => [row.id, eventOf(row)])),
    people: new Map(
      people.rows.map((row) => [
        personKey({ eventId: row.event_id, personId: row.id, organizationId: row.organization_id }),
        {
          name: row.name,
          isMember: row.is_member,
          isOfAudience: row.has_audience ? row.is_of_audience : row.is_member,
          isInvited: row.is_invited,
          letInUntil: row.let_in_until,
        },
      ]),
    ),
    registrations: new Map(known.rows.map((row) => [row.id, registrationOf(row)])),
    existing: new Map(existing.rows.map(registrationOf).map((one) => [existingKey(one), one])),
    had: new Set([...existing.rows.map(registrationOf).map(existingKey), ...line.rows.flatMap(keysOf)]),
  };
  for (const row of types.rows) facts.events.get(row.event_id)?.types.set(row.id, typeOf(row));
  for (const { event_id: eventId, ...question } of questions.rows) facts.events.get(eventId)?.questions.push(question);
  for (const row of quotas.rows) addQuota(facts.events.get(row.event_id), row);
  for (const row of line.rows) facts.events.get(row.event_id)?.line.push(facts.registrations.get(row.id) ?? registrationOf(row));
  return facts;
}

function keysOf(row: RegistrationRow): string[] {
  const registration = registrationOf(row);
  return (row.has_types ?? []).map((ticketTypeId) => existingKey({ ...registration, ticketTypeId }));
}

function addQuota(
  event: EventFacts | undefined,
  { id, size, taken, waiting, drawn_version: drawnVersion, type_ids: typeIds }: QuotaRow,
): void {
  const quota = { id, size, taken, waiting, drawnVersion };
  event?.quotas.set(id, quota);
  for (const typeId of typeIds) event?.types.get(typeId)?.quotas.push(quota);
}

type EventRow = {
  id: string;
  status: EventStatus;
  audience: Audience;
  starts_at: Temporal.Instant;
  ends_at: Temporal.Instant;
  time_zone: string;
  offer_hours: number;
  free_cancel_days: number | null;
  late_cancel_percent: number;
  needs_approval: boolean;
  approval_hours: number;
  has_queue: boolean;
  hosts: { id: string; leads: boolean }[];
  vat_registered: boolean | null;
  last_waiting: Temporal.Instant | null;
};

function eventOf(row: EventRow): EventFacts {
  return {
    id: row.id,
    status: row.status,
    audience: row.audience,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    timeZone: row.time_zone,
    offerHours: row.offer_hours,
    approvalHours: row.needs_approval ? row.approval_hours : null,
    hasQueue: row.has_queue,
    freeCancelDays: row.free_cancel_days,
    lateCancelPercent: row.late_cancel_percent,
    hostIds: row.hosts.map(({ id }) => id),
    isVatRegistered: row.vat_registered,
    types: new Map(),
    quotas: new Map(),
    questions: [],
    line: [],
    lastWaiting: row.last_waiting,
  };
}

type TypeRow = {
  event_id: string;
  id: string;
  name: string;
  price_ore: number;
  member_price_ore: number | null;
  opens_at: Temporal.Instant | null;
  closes_at: Temporal.Instant | null;
  access_code: string | null;
  most_places: number;
};

function typeOf(row: TypeRow): TypeFacts {
  return {
    id: row.id,
    name: row.name,
    priceOre: row.price_ore,
    memberPriceOre: row.member_price_ore,
    opensAt: row.opens_at,
    closesAt: row.closes_at,
    accessCode: row.access_code,
    mostPlaces: row.most_places,
    quotas: [],
  };
}

type QuotaRow = { event_id: string; id: string; size: number; taken: number; waiting: number; drawn_version: number; type_ids: string[] };

type QuestionRow = Question & { event_id: string };

type PersonRow = {
  event_id: string;
  id: string;
  name: string;
  organization_id: string | null;
  is_member: boolean;
  is_invited: boolean;
  has_audience: boolean;
  is_of_audience: boolean;
  let_in_until: Temporal.Instant | null;
};

type RegistrationRow = {
  event_id: string;
  id: string;
  ticket_type_id: string;
  other_type_ids: string[];
  quantity: number;
  accepts_fewer: boolean;
  state: RegistrationState;
  person_id: string;
  organization_id: string | null;
  price_ore: number;
  vat_percent: number;
  held_until: Temporal.Instant | null;
  offered_at: Temporal.Instant | null;
  asked_at: Temporal.Instant | null;
  approved_at: Temporal.Instant | null;
  tickets: Ticket[];
  holder?: string;
  is_member?: boolean;
  has_types?: string[];
  answered?: string[];
};

function registrationOf(row: RegistrationRow): RegistrationFacts {
  return {
    id: row.id,
    eventId: row.event_id,
    ticketTypeId: row.ticket_type_id,
    otherTypeIds: row.other_type_ids,
    quantity: row.quantity,
    acceptsFewer: row.accepts_fewer,
    state: row.state,
    personId: row.person_id,
    organizationId: row.organization_id,
    holder: row.holder ?? "",
    isMember: row.is_member ?? false,
    priceOre: row.price_ore,
    vatPercent: row.vat_percent,
    heldUntil: row.held_until,
    offeredAt: row.offered_at,
    askedAt: row.asked_at,
    approvedAt: row.approved_at,
    tickets: row.tickets,
    answered: row.answered ?? [],
  };
}
