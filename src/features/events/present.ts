import type { Actor } from "../../platform/access/actor.ts";
import { linesWithVat, vatPercentOf, withVat } from "../plans/index.ts";
import { mayChangeRegistration, mayRunEvent } from "./policy.ts";
import { type EventRow, hostIdsOf, type RegistrationRow } from "./queries.ts";
import { answersOf, presentQuestion } from "./questions/present.ts";
import { isInside } from "./queueing/queue.ts";
import type { SeenEvent } from "./read.ts";
import type { Registration } from "./registering/command.ts";
import { freeUntil, lateCancelOre } from "./terms.ts";
import { type SigningKey, signTicket } from "./tickets/ticket-token.ts";

export function presentLine(row: EventRow) {
  return {
    id: row.id,
    slug: row.slug,
    title: row.titles,
    startsAt: row.starts_at.toString(),
    endsAt: row.ends_at.toString(),
    timeZone: row.time_zone,
    space:
      row.space_id && row.space_slug && row.space_name
        ? { id: row.space_id, slug: row.space_slug, name: row.space_name, town: row.town }
        : null,
    place: row.place,
    municipality: row.municipality_number === null ? null : { number: row.municipality_number, name: row.municipality },
    country: row.country,
    isOnline: row.online_url !== null,
    languages: row.languages,
    audience: row.audience,
    status: row.status,
    hosts: row.hosts,
    themes: row.themes,
    parent: row.parent,
  };
}

/** An event with what is left of it. */
export function presentEvent(
  { event: row, types, quotas, questions, audience, invitation, queuePlace }: SeenEvent,
  actor: Actor,
  now: Temporal.Instant,
) {
  const vatPercent = vatPercentOf("service", row.vat_registered);
  const mayRun = mayRunEvent(actor, hostIdsOf(row));
  const isOpen = row.status === "published" && Temporal.Instant.compare(row.ends_at, now) > 0;
  return {
    ...presentLine(row),
    descriptions: row.descriptions,
    cancellationReason: row.cancellation_reason,
    offerHours: row.offer_hours,
    quotas,
    ticketTypes: types.map((type) => {
      const drawn = quotas.filter(({ name }) => type.quotas.includes(name));
      return {
        ...type,
        priceWithVatOre: withVat(type.priceOre, vatPercent).grossOre,
        memberPriceWithVatOre: type.memberPriceOre === null ? null : withVat(type.memberPriceOre, vatPercent).grossOre,
        opensAt: utc(type.opensAt),
        closesAt: utc(type.closesAt),
        left: Math.min(...drawn.map(({ size, taken }) => size - taken)),
        waiting: Math.max(...drawn.map(({ waiting }) => waiting)),
      };
    }),
    questions: questions.map(presentQuestion),
    answersKeptDays: row.answers_kept_days,
    audienceOrganizations: audience,
    invitation: invitation ? { declinedAt: invitation.declined_at?.toString() ?? null } : null,
    hasQueue: row.has_queue,
    letInUntil: queuePlace && isInside(queuePlace, now) ? (queuePlace.letInUntil?.toString() ?? null) : null,
    vatPercent,
    cancelTerms: presentTerms(row),
    freeCancelDays: row.free_cancel_days,
    lateCancelPercent: row.late_cancel_percent,
    onlineUrl: mayRun ? row.online_url : null,
    needsApproval: row.needs_approval,
    approvalHours: row.approval_hours,
    version: row.version,
    abilities: {
      run: mayRun,
      register: isOpen && types.length > 0,
    },
  };
}

type Terms = Pick<EventRow, "free_cancel_days" | "late_cancel_percent" | "starts_at" | "time_zone">;

function termsOf({
  free_cancel_days: freeCancelDays,
  late_cancel_percent: lateCancelPercent,
  starts_at: startsAt,
  time_zone: timeZone,
}: Terms) {
  return { freeCancelDays, lateCancelPercent, startsAt, timeZone };
}

function presentTerms(row: Terms) {
  const until = freeUntil(termsOf(row));
  return until && { freeUntil: until.toString(), latePercent: row.late_cancel_percent };
}

/** What somebody is told who has just registered. */
export function presentRegistered(registration: Registration, key: SigningKey) {
  const { id, eventId, state, quantity, heldUntil, askedAt, priceOre, vatPercent, ticketTypeName: kind, tickets } = registration;
  const awaitsApproval = state === "held" && askedAt !== null;
  return {
    ...{ id, state, quantity, awaitsApproval, priceOre },
    priceWithVatOre: withVat(priceOre, vatPercent).grossOre,
    heldUntil: heldUntil?.toString() ?? null,
    tickets: tickets.map((ticket) => presentTicket({ ...ticket, eventId, kind }, state === "confirmed" ? key : undefined)),
    abilities: { cancel: state !== "cancelled", confirm: state === "held" && !awaitsApproval },
  };
}

/** A registration with its tickets, signed for whoever they belong to. */
export function presentRegistration(row: RegistrationRow, actor: Actor, now: Temporal.Instant, key?: SigningKey) {
  const mayChange = mayChangeRegistration(actor, { personId: row.person_id, hostIds: row.host_ids });
  const answers = answersOf(row);
  const isConfirmed = row.state === "confirmed";
  const awaitsApproval = row.state === "held" && row.asked_at !== null;
  const isAhead = Temporal.Instant.compare(row.ends_at, now) > 0;
  const isKept = row.held_until !== null && Temporal.Instant.compare(row.held_until, now) > 0;
  return {
    id: row.id,
    state: row.state,
    event: {
      id: row.event_id,
      slug: row.slug,
      title: row.titles,
      startsAt: row.starts_at.toString(),
      endsAt: row.ends_at.toString(),
      timeZone: row.time_zone,
    },
    onlineUrl: row.state === "confirmed" ? row.online_url : null,
    ticketType: { id: row.ticket_type_id, name: row.type_name },
    otherTypes: row.other_types,
    acceptsFewer: row.accepts_fewer,
    quantity: row.quantity,
    personId: row.person_id,
    holder: row.holder,
    organization: row.organization_id && row.organization_name ? { id: row.organization_id, name: row.organization_name } : null,
    priceOre: row.price_ore,
    priceWithVatOre: withVat(row.price_ore, row.vat_percent).grossOre,
    lateCancelOfPlaceOre: isConfirmed
      ? withVat(lateCancelOre(row.price_ore / row.quantity, termsOf(row), now), row.vat_percent).grossOre
      : 0,
    lateCancelOre: isConfirmed ? withVat(lateCancelOre(row.price_ore, termsOf(row), now), row.vat_percent).grossOre : 0,
    charges: mayChange ? presentCharges(row) : null,
    registeredAt: row.registered_at.toString(),
    heldUntil: row.held_until?.toString() ?? null,
    isOffer: row.state === "held" && row.offered_at !== null && row.asked_at === null,
    placeInLine: row.place_in_line,
    awaitsApproval,
    ending: row.ending,
    endingReason: row.ending_reason,
    tickets: row.tickets.map((ticket, index) => ({
      ...presentTicket({ ...ticket, eventId: row.event_id, kind: row.type_name }, mayChange && row.state === "confirmed" ? key : undefined),
      holderEmail: mayChange ? ticket.holderEmail : null,
      isUsed: ticket.isUsed,
      answers: mayChange && index > 0 ? (answers.tickets[ticket.id] ?? {}) : null,
    })),
    answers: mayChange ? answers.answers : null,
    abilities: {
      cancel: mayChange && isAhead && row.state !== "cancelled",
      confirm: mayChange && isKept && !awaitsApproval,
      answer: mayChange && isAhead && row.state !== "cancelled",
      approve: awaitsApproval && isKept && mayRunEvent(actor, row.host_ids),
      nameHolders: mayChange && isAhead && isConfirmed,
    },
  };
}

// rounded so that the entries add up to what is owed
function presentCharges({ charges, vat_percent: vatPercent }: RegistrationRow) {
  const gross = linesWithVat(
    charges.map(({ amountOre }) => amountOre),
    vatPercent,
  );
  return charges.map((charge, index) => ({ ...charge, amountWithVatOre: gross[index] ?? 0 }));
}

type Shown = { id: string; eventId: string; code: string; holderName: string | null; kind: string };

function presentTicket(ticket: Shown, key: SigningKey | undefined) {
  return { id: ticket.id, token: key ? signTicket(ticket, key) : null, code: ticket.code, holder: ticket.holderName };
}

// the database writes a moment as text with the session's offset
function utc(moment: string | null): string | null {
  return moment === null ? null : Temporal.Instant.from(moment.replace(" ", "T")).toString();
}
