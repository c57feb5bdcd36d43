import { z } from "zod";
import type { Db } from "../../../platform/database/database.ts";
import type { Installation } from "../../../platform/installation.ts";
import type { Language } from "../../../platform/language/language.ts";
import { type LetterAttachment, type LetterPart, sendLetter } from "../../../platform/mail/index.ts";
import { type Announced, type Subscription, subscription } from "../../../platform/outbox/subscription.ts";
import { writeCalendar } from "../../bookings/index.ts";
import { shownCode } from "../../exchange/index.ts";
import { type RegistrationState, titleIn } from "../event.ts";
import { calendarTime, placeOf, toldEvent } from "../letters/event-letter.ts";
import { readersOfRegistration } from "../letters/readers.ts";
import { picturesOf } from "../letters/registration-letters.ts";
import { type EventRow, type RegistrationRow, registrations } from "../queries.ts";
import { jointLetterTexts } from "./joint-letter-texts.ts";
import { eventsOfParent, findParent, type ParentRow } from "./queries.ts";

const told = z.object({ jointId: z.uuid(), parentId: z.uuid() });

type Part = { registration: RegistrationRow; event: EventRow };

/**
 * Writes one letter of all somebody registered for in one go: where they have a place, with the codes, where they
 * wait, and where those who hold it have not answered.
 */
async function writeJointLetter(tx: Db, announced: Announced, installation: Installation): Promise<void> {
  const { settings, now } = installation;
  const { jointId, parentId } = told.parse(announced.payload);
  const parent = await findParent(tx, parentId);
  const events = new Map((await eventsOfParent(tx, parentId)).map((event) => [event.id, event]));
  const rows = await registrations(tx).where("r.joint_id", "=", jointId).orderBy("e.starts_at").orderBy("r.id").execute();
  const parts = rows.flatMap((registration): Part[] => {
    const event = events.get(registration.event_id);
    return event && registration.state !== "cancelled" ? [{ registration, event }] : [];
  });
  const [first] = parts;
  if (!parent || !first) return;
  const reader = (await readersOfRegistration(tx, first.event.id, first.registration.id)).find(({ ticketId }) => ticketId === null);
  if (!reader) return;
  const confirmed = parts.filter(({ registration }) => registration.state === "confirmed");
  const pictures = await Promise.all(
    confirmed.map(({ registration }) => picturesOf(registration.tickets.slice(0, 1), registration, installation)),
  );
  const { attachments, ...letter } = jointLetter(installation, reader.language, parent, parts.map(presentPart));
  await sendLetter(tx, {
    // a registration second: so it is found again when somebody is forgotten
    key: `registration.joint/${first.registration.id}/own/${jointId}`,
    to: reader.email,
    language: reader.language,
    ...letter,
    attachments: [...pictures.flat().slice(0, mostPictures), ...attachments],
    from: settings.name,
    at: now(),
  });
}

function presentPart({ registration, event }: Part): JointPart {
  const { state, place_in_line: placeInLine, tickets } = registration;
  return { event, state, placeInLine, codes: tickets.map(({ code }) => code) };
}

/** One of several events somebody registered for in one go. */
export interface JointPart {
  event: EventRow;
  state: RegistrationState;
  placeInLine: number | null;
  codes: string[];
}

/** What is written about several registrations made in one go, without the pictures of the codes. */
export function jointLetter(
  { settings, now }: Pick<Installation, "settings" | "now">,
  language: Language,
  parent: ParentRow,
  parts: readonly JointPart[],
): { subject: string; parts: LetterPart[]; attachments: LetterAttachment[] } {
  const text = jointLetterTexts[language];
  const base = `${settings.url}/${language}`;
  const title = titleIn(parent.titles, language);
  const confirmed = parts.filter(({ state }) => state === "confirmed");
  const countOf = (of: RegistrationState) => parts.filter(({ state }) => state === of).length;
  const times = confirmed.map(({ event }) => calendarTime(event, language, "kept", `${base}/events/${event.slug}`, settings.url, now()));
  const calendar = {
    fileName: "events.ics",
    contentType: "text/calendar; charset=utf-8",
    content: Buffer.from(writeCalendar(title, times)).toString("base64"),
  };
  return {
    subject: text.subject({ title, count: confirmed.length }),
    parts: [
      text.intro({ title, count: confirmed.length, waiting: countOf("waiting"), asked: countOf("held") }),
      ...parts.map((part) => lineOf(part, language)),
      text.giveBack,
      { label: text.see, url: `${base}/${parent.kind === "festival" ? "festivals" : "series"}/${parent.slug}` },
    ],
    attachments: times.length > 0 ? [calendar] : [],
  };
}

function lineOf({ event, state, placeInLine, codes }: JointPart, language: Language): string {
  const text = jointLetterTexts[language];
  const facts = { ...toldEvent(event, language), place: placeOf(event) || (event.online_url ?? "") };
  if (state === "waiting") return text.waits({ ...facts, number: placeInLine ?? 0 });
  // what is held in one go waits for whoever runs the event
  if (state === "held") return text.asked(facts);
  return text.has({ ...facts, codes: codes.map(shownCode) });
}

// a letter of twenty events gets its codes in words
const mostPictures = 6;

export const jointLetters: Subscription = subscription("events.joint-letters", ["joint_registration.made"], writeJointLetter);
