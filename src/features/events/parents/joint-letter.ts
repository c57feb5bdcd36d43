import { z } from "zod";
import type { Db } from "../../../platform/database/database.ts";
import type { Installation } from "../../../platform/installation.ts";
import { sendLetter } from "../../../platform/mail/index.ts";
import { type Announced, type Subscription, subscription } from "../../../platform/outbox/subscription.ts";
import { writeCalendar } from "../../bookings/index.ts";
import { shownCode } from "../../exchange/index.ts";
import { titleIn } from "../event.ts";
import { calendarTime, placeOf, toldEvent } from "../letters/event-letter.ts";
import { readersOfRegistration } from "../letters/readers.ts";
import { picturesOf } from "../letters/registration-letters.ts";
import { type EventRow, type RegistrationRow, registrations } from "../queries.ts";
import { jointLetterTexts } from "./joint-letter-texts.ts";
import { eventsOfParent, findParent } from "./queries.ts";

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
  const text = jointLetterTexts[reader.language];
  const confirmed = parts.filter(({ registration }) => registration.state === "confirmed");
  const countOf = (state: string) => parts.filter(({ registration }) => registration.state === state).length;
  const base = `${settings.url}/${reader.language}`;
  const title = titleIn(parent.titles, reader.language);
  const pictures = await Promise.all(
    confirmed.map(({ registration }) => picturesOf(registration.tickets.slice(0, 1), registration, installation)),
  );
  const times = confirmed.map(({ event }) =>
    calendarTime(event, reader.language, "kept", `${base}/events/${event.slug}`, settings.url, now()),
  );
  await sendLetter(tx, {
    // a registration second: so it is found again when somebody is forgotten
    key: `registration.joint/${first.registration.id}/own/${jointId}`,
    to: reader.email,
    language: reader.language,
    subject: text.subject({ title, count: confirmed.length }),
    parts: [
      text.intro({ title, count: confirmed.length, waiting: countOf("waiting"), asked: countOf("held") }),
      ...parts.map(({ registration, event }) => lineOf(registration, event)),
      text.giveBack,
      { label: text.see, url: `${base}/${parent.kind === "festival" ? "festivals" : "series"}/${parent.slug}` },
    ],
    attachments: [
      ...pictures.flat().slice(0, mostPictures),
      ...(times.length > 0
        ? [
            {
              fileName: "events.ics",
              contentType: "text/calendar; charset=utf-8",
              content: Buffer.from(writeCalendar(title, times)).toString("base64"),
            },
          ]
        : []),
    ],
    from: settings.name,
    at: now(),
  });

  function lineOf(registration: RegistrationRow, event: EventRow): string {
    const facts = { ...toldEvent(event, reader?.language ?? "nb"), place: placeOf(event) || (event.online_url ?? "") };
    if (registration.state === "waiting") return text.waits({ ...facts, number: registration.place_in_line ?? 0 });
    // what is held in one go waits for whoever runs the event
    if (registration.state === "held") return text.asked(facts);
    return text.has({ ...facts, codes: registration.tickets.map(({ code }) => shownCode(code)) });
  }
}

// a letter of twenty events gets its codes in words
const mostPictures = 6;

export const jointLetters: Subscription = subscription("events.joint-letters", ["joint_registration.made"], writeJointLetter);
