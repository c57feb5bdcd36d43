import { z } from "zod";
import type { Db } from "../../../platform/database/database.ts";
import type { Installation } from "../../../platform/installation.ts";
import { type Announced, type Subscription, subscription } from "../../../platform/outbox/subscription.ts";
import { shownCode } from "../../exchange/index.ts";
import { findEvent, findRegistration } from "../queries.ts";
import { findTicket } from "../tickets/queries.ts";
import { toldEvent, writeEventLetter } from "./event-letter.ts";
import { eventLetterTexts } from "./letter-texts.ts";
import { ownWordsOf } from "./own-words.ts";
import { placeLetterTexts } from "./place-letter-texts.ts";
import { type EventReader, readerOfTicket, readersOfRegistration } from "./readers.ts";
import { lateFeeOf, owedLines } from "./registration-letters.ts";

const placeReturned = z.object({ registrationId: z.uuid(), eventId: z.uuid(), ticketId: z.uuid() });

/** Writes to whoever gave one place back what is left, and to whoever had it that it is gone. */
async function writeReturnedLetters(tx: Db, announced: Announced, installation: Installation): Promise<void> {
  const { registrationId, eventId, ticketId } = placeReturned.parse(announced.payload);
  const [event, registration, ticket] = await Promise.all([
    findEvent(tx, eventId),
    findRegistration(tx, registrationId),
    findTicket(tx, ticketId),
  ]);
  if (!event || !registration || !ticket) return;
  const [fee, own] = await Promise.all([lateFeeOf(tx, eventId, registrationId, ticketId), ownWordsOf(tx, eventId)]);
  const payer = (await readersOfRegistration(tx, eventId, registrationId)).find((reader) => reader.ticketId === null);
  const holder = await readerOfTicket(tx, eventId, ticketId);
  const once = announced.id;
  if (payer) {
    const { returned } = placeLetterTexts[payer.language];
    const facts = { ...toldEvent(event, payer.language), ticket: shownCode(ticket.code), left: registration.quantity };
    const lines = owedLines(registration, fee, payer);
    await writeEventLetter(tx, installation, event, payer, { about: "returned", once, told: returned(facts), lines }, own);
  }
  if (holder) {
    const told = eventLetterTexts[holder.language].cancelled(toldEvent(event, holder.language));
    await writeEventLetter(tx, installation, event, holder, { about: "returned", once, told, calendar: "struck" }, own);
  }
}

/** Tells whoever a place was taken from that it is in another's name. @param once what tells it from another move of the same ticket */
export async function writeMovedLetter(
  tx: Db,
  installation: Pick<Installation, "settings" | "now">,
  eventId: string,
  had: EventReader,
  once: string,
) {
  const event = await findEvent(tx, eventId);
  if (!event) return;
  const told = placeLetterTexts[had.language].moved(toldEvent(event, had.language));
  const letter = { about: "moved", once, told, calendar: "struck" as const };
  await writeEventLetter(tx, installation, event, had, letter, await ownWordsOf(tx, eventId));
}

export const placeLetters: Subscription[] = [subscription("events.place-letters", ["registration.place_returned"], writeReturnedLetters)];
