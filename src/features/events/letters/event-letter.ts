import type { Db } from "../../../platform/database/database.ts";
import type { Installation } from "../../../platform/installation.ts";
import type { Language } from "../../../platform/language/language.ts";
import { writtenMoment } from "../../../platform/language/written-moment.ts";
import { type LetterAttachment, type LetterPart, sendLetter } from "../../../platform/mail/index.ts";
import { type CalendarEvent, writeCalendar } from "../../bookings/index.ts";
import { titleIn } from "../event.ts";
import type { EventRow } from "../queries.ts";
import { eventLetterTexts } from "./letter-texts.ts";
import { type OwnWords, wordsFor } from "./own-words.ts";
import type { EventReader } from "./readers.ts";

/** What one letter says beside the event's name, time and place. */
export interface EventLetter {
  /** "confirmed", "reminder": the second half of its key's first part. */
  about: string;
  /** What tells it from another about the same thing. */
  once: string;
  told: { subject: string; text: string };
  lines?: LetterPart[];
  attachments?: LetterAttachment[];
  /** Whether the time is sent for the calendar: to be kept, or to be struck out. */
  calendar?: "kept" | "struck";
}

/** An event as a letter in a language speaks of it. */
export function toldEvent(event: EventRow, language: Language) {
  return { title: titleIn(event.titles, language), when: writtenMoment(event.starts_at, event.time_zone, language) };
}

/** Where it is, in a line. */
export function placeOf({ space_name: space, town, place }: EventRow): string {
  return [space, place, town].filter(Boolean).join(", ");
}

/** Writes to somebody about an event, once. @param own what those who run it have added */
export async function writeEventLetter(
  tx: Db,
  { settings, now }: Pick<Installation, "settings" | "now">,
  event: EventRow,
  reader: EventReader,
  letter: EventLetter,
  own: OwnWords,
): Promise<void> {
  await sendLetter(tx, {
    // the registration second: so it is found again when somebody is forgotten
    key: `registration.${letter.about}/${reader.registrationId}/${reader.ticketId ?? "own"}/${letter.once}`,
    to: reader.email,
    language: reader.language,
    ...composed({ settings, now }, event, reader, letter, own),
    from: settings.name,
    at: now(),
  });
}

type Told = Pick<EventReader, "registrationId" | "ticketId" | "language">;

/** What a letter says, in order. Whoever registered is led to the registration, others to the event. */
export function composed(
  { settings, now }: Pick<Installation, "settings" | "now">,
  event: EventRow,
  reader: Told,
  letter: EventLetter,
  own: OwnWords,
): { subject: string; parts: LetterPart[]; attachments: LetterAttachment[] } {
  const text = eventLetterTexts[reader.language];
  const base = `${settings.url}/${reader.language}/events/${event.slug}`;
  const url = reader.ticketId === null ? `${base}/registrations/${reader.registrationId}` : base;
  const place = placeOf(event);
  const parts: LetterPart[] = [
    letter.told.text,
    ...(letter.calendar === "kept"
      ? [...(place ? [text.where(place)] : []), ...(event.online_url ? [text.online(event.online_url)] : [])]
      : []),
    ...wordsFor(own, letter.about, reader.language),
    ...(letter.lines ?? []),
    { label: reader.ticketId === null ? text.seeRegistration : text.seeEvent, url },
  ];
  const calendar = letter.calendar ? [calendarOf(event, reader.language, letter.calendar, url, settings.url, now())] : [];
  return { subject: letter.told.subject, parts, attachments: [...(letter.attachments ?? []), ...calendar] };
}

function calendarOf(
  event: EventRow,
  language: Language,
  as: "kept" | "struck",
  url: string,
  origin: string,
  at: Temporal.Instant,
): LetterAttachment {
  const { title } = toldEvent(event, language);
  const content = Buffer.from(writeCalendar(title, [calendarTime(event, language, as, url, origin, at)])).toString("base64");
  return { fileName: "event.ics", contentType: "text/calendar; charset=utf-8", content };
}

/** The time of an event as a calendar takes it: to be kept, or to be struck out. */
export function calendarTime(
  event: EventRow,
  language: Language,
  as: "kept" | "struck",
  url: string,
  origin: string,
  at: Temporal.Instant,
): CalendarEvent {
  return {
    uid: `${event.id}@${new URL(origin).hostname}`,
    sequence: event.version,
    changedAt: at,
    startsAt: event.starts_at,
    endsAt: event.ends_at,
    summary: toldEvent(event, language).title,
    location: placeOf(event) || (event.online_url ?? undefined),
    url,
    isTentative: false,
    isCancelled: as === "struck",
  };
}
