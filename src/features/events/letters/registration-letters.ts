import { z } from "zod";
import type { Db } from "../../../platform/database/database.ts";
import type { Installation } from "../../../platform/installation.ts";
import type { Language } from "../../../platform/language/language.ts";
import { writtenMoment } from "../../../platform/language/written-moment.ts";
import { writtenMoney } from "../../../platform/language/written-money.ts";
import type { LetterAttachment } from "../../../platform/mail/index.ts";
import { type Announced, type Subscription, subscription } from "../../../platform/outbox/subscription.ts";
import { codePng, shownCode, signingKeys } from "../../exchange/index.ts";
import { withVat } from "../../plans/index.ts";
import { type EventRow, findEvent, findRegistration, type RegistrationRow } from "../queries.ts";
import { signTicket } from "../tickets/ticket-token.ts";
import { type EventLetter, toldEvent, writeEventLetter } from "./event-letter.ts";
import { eventLetterTexts } from "./letter-texts.ts";
import { ownWordsOf } from "./own-words.ts";
import { placeLetterTexts } from "./place-letter-texts.ts";
import { type EventReader, readersOfRegistration } from "./readers.ts";

const registrationTold = z.object({ registrationId: z.uuid(), eventId: z.uuid() });
const ticketNamed = z.object({ registrationId: z.uuid(), eventId: z.uuid(), ticketId: z.uuid() });

// a company of a hundred places gets its codes in words
const mostPictures = 5;

/** Writes to those a registration concerns what has become of it. */
async function writeRegistrationLetter(tx: Db, announced: Announced, installation: Installation): Promise<void> {
  const { registrationId, eventId } = registrationTold.parse(announced.payload);
  const [event, registration] = await Promise.all([findEvent(tx, eventId), findRegistration(tx, registrationId)]);
  if (!event || !registration) return;
  const kind = announced.topic.replace("registration.", "");
  const [own, fee] = await Promise.all([
    ownWordsOf(tx, eventId),
    kind === "cancelled" ? lateFeeOf(tx, eventId, registrationId) : undefined,
  ]);
  for (const reader of await readersOfRegistration(tx, eventId, registrationId)) {
    const letter = await letterOf(kind, event, registration, fee, reader, installation);
    if (letter) await writeEventLetter(tx, installation, event, reader, { about: kind, once: "", ...letter }, own);
  }
}

/** What there is to tell, before it is known what it is about. */
export type Told = Omit<EventLetter, "about" | "once"> & Partial<Pick<EventLetter, "about" | "once">>;

async function letterOf(
  kind: string,
  event: EventRow,
  registration: RegistrationRow,
  fee: LateFee | undefined,
  reader: EventReader,
  installation: Installation,
): Promise<Told | undefined> {
  const { language } = reader;
  const text = eventLetterTexts[language];
  const facts = toldEvent(event, language);
  // what was registered for in one go is told in one letter
  // what the letter of all of it has told; a place that was offered or answered since is news
  const isOfOneGo = registration.joint_id !== null && registration.offered_at === null;
  const isNews = kind === "confirmed" && registration.asked_at !== null;
  if (isOfOneGo && !isNews && (kind === "confirmed" || kind === "waiting" || kind === "pending")) return undefined;
  if (reader.ticketId !== null && kind === "confirmed") return ticketLetter(event, registration, reader, installation);
  // who was given a ticket has never heard of lists and offers
  if (reader.ticketId !== null && kind !== "cancelled" && kind !== "event_cancelled") return undefined;
  switch (kind) {
    case "confirmed": {
      if (registration.state !== "confirmed") return undefined;
      const codes = registration.tickets.map(({ code }) => shownCode(code));
      const attachments = await picturesOf(registration.tickets, registration, installation);
      const letter = confirmedLetter(event, codes, language);
      const isToName = registration.tickets.some(({ holderName }) => holderName === null);
      const lines = [...(letter.lines ?? []), ...(isToName ? [placeLetterTexts[language].namesLater] : [])];
      return { ...letter, lines, attachments };
    }
    case "waiting":
      return registration.place_in_line === null ? undefined : { told: text.waiting({ ...facts, place: registration.place_in_line }) };
    case "offered": {
      if (registration.state !== "held" || registration.held_until === null) return undefined;
      return { told: text.offered({ ...facts, until: writtenMoment(registration.held_until, event.time_zone, language) }) };
    }
    case "pending": {
      if (registration.state !== "held" || registration.held_until === null) return undefined;
      return { told: text.pending({ ...facts, until: writtenMoment(registration.held_until, event.time_zone, language) }) };
    }
    case "refused":
      return { told: text.refused(facts), lines: registration.ending_reason === null ? [] : [text.reason(registration.ending_reason)] };
    case "unanswered":
      return { told: text.unanswered(facts) };
    case "offer_lapsed":
      return { told: text.offer_lapsed(facts) };
    case "cancelled":
      return { told: text.cancelled(facts), lines: owedLines(registration, fee, reader), ...struckIfKept(registration) };
    case "event_cancelled": {
      const lines = event.cancellation_reason === null ? [] : [text.reason(event.cancellation_reason)];
      return { told: text.event_cancelled(facts), lines, ...struckIfKept(registration) };
    }
    default:
      return undefined;
  }
}

/** What somebody is told whose place it is, without the pictures of the codes. */
export function confirmedLetter(event: EventRow, codes: string[], language: Language): Told {
  const text = eventLetterTexts[language];
  return { told: text.confirmed(toldEvent(event, language)), lines: [text.codes(codes), text.calendar, text.giveBack], calendar: "kept" };
}

/** Writes to whoever was given a ticket: what it is for, and its code. */
async function writeTicketLetter(tx: Db, announced: Announced, installation: Installation): Promise<void> {
  const { registrationId, eventId, ticketId } = ticketNamed.parse(announced.payload);
  const [event, registration] = await Promise.all([findEvent(tx, eventId), findRegistration(tx, registrationId)]);
  const reader = (await readersOfRegistration(tx, eventId, registrationId)).find((one) => one.ticketId === ticketId);
  if (!event || !registration || !reader) return;
  const letter = await ticketLetter(event, registration, reader, installation);
  const own = await ownWordsOf(tx, eventId);
  if (letter) await writeEventLetter(tx, installation, event, reader, { about: "named", once: announced.id, ...letter }, own);
}

async function ticketLetter(
  event: EventRow,
  registration: RegistrationRow,
  { ticketId, language }: EventReader,
  installation: Installation,
): Promise<Told | undefined> {
  const ticket = registration.tickets.find(({ id }) => id === ticketId);
  if (!ticket || registration.state !== "confirmed") return undefined;
  const text = eventLetterTexts[language];
  const { event_id: eventId, type_name: kind } = registration;
  const token = signTicket({ ...ticket, eventId, kind }, await signingKeys(installation.db, installation.now).current());
  const url = `${installation.settings.url}/${language}/tickets/${token}`;
  return {
    about: "named",
    told: text.named(toldEvent(event, language)),
    lines: [text.codes([shownCode(ticket.code)]), text.calendar, { label: placeLetterTexts[language].seeTicket, url }],
    attachments: await picturesOf([ticket], registration, installation),
    calendar: "kept",
  };
}

/** The codes of tickets as pictures. */
export async function picturesOf(
  tickets: RegistrationRow["tickets"],
  { event_id: eventId, type_name: kind }: RegistrationRow,
  { db, now }: Installation,
): Promise<LetterAttachment[]> {
  const key = await signingKeys(db, now).current();
  return Promise.all(
    tickets.slice(0, mostPictures).map(async (ticket) => ({
      fileName: `${ticket.code}.png`,
      contentType: "image/png",
      content: Buffer.from(await codePng(signTicket({ ...ticket, eventId, kind }, key))).toString("base64"),
    })),
  );
}

// who was given a ticket owes nothing, and is told nothing of what another does
export function owedLines(
  { price_ore: priceOre, organization_name: payer }: RegistrationRow,
  fee: LateFee | undefined,
  reader: EventReader,
) {
  const text = eventLetterTexts[reader.language];
  if (reader.ticketId !== null || priceOre === 0) return [];
  if (!fee) return [text.nothingOwed];
  const gross = withVat(fee.amount_ore, fee.vat_percent).grossOre;
  return [text.lateFee({ fee: writtenMoney(gross, reader.language), payer })];
}

type LateFee = { amount_ore: number; vat_percent: number };

/** What is owed for having given places back late: one alone, or all that were left. */
export function lateFeeOf(db: Db, eventId: string, registrationId: string, ticketId: string | null = null): Promise<LateFee | undefined> {
  return db
    .selectFrom("event_charges")
    .select(["amount_ore", "vat_percent"])
    .where("event_id", "=", eventId)
    .where("registration_id", "=", registrationId)
    .where("kind", "=", "late_cancel")
    .where("ticket_id", ticketId === null ? "is" : "=", ticketId)
    .executeTakeFirst();
}

// only who had a place has it in the calendar
function struckIfKept({ confirmed_at: confirmedAt }: RegistrationRow): Pick<EventLetter, "calendar"> {
  return confirmedAt === null ? {} : { calendar: "struck" };
}

export const registrationLetters: Subscription[] = [
  subscription("events.registration-letters", ["registration.*"], writeRegistrationLetter),
  subscription("events.ticket-letters", ["ticket.named"], writeTicketLetter),
];
