import { z } from "zod";
import type { Db } from "../../platform/database/database.ts";
import type { Installation } from "../../platform/installation.ts";
import { catalogue, isLanguage } from "../../platform/language/language.ts";
import { writtenDay } from "../../platform/language/written-day.ts";
import { writeLetter } from "../../platform/mail/index.ts";
import { type Subscription, subscription } from "../../platform/outbox/subscription.ts";
import { releaseMinutes } from "./at-door.ts";
import { findBooking, wasAsked } from "./queries.ts";

type Ended = { room: string; space: string; day: string; time: string };

const texts = catalogue({
  nb: {
    released: ({ room, day, time }: Ended) => ({
      subject: `${room} er ledig for andre igjen`,
      text: `Du hadde booket ${room} ${day} kl. ${time}. Ingen hadde sjekket inn ${releaseMinutes} minutter etter start, så tida ble frigjort.`,
    }),
    unanswered: ({ room, space, day, time }: Ended) => ({
      subject: `${space} svarte ikke om ${room}`,
      text: `Du spurte om ${room} ${day} kl. ${time}. Tida kom uten at huset hadde svart, så den er ikke lenger holdt av til deg.`,
    }),
    calendar: "Finn en annen tid",
  },
  nn: {
    released: ({ room, day, time }: Ended) => ({
      subject: `${room} er ledig for andre igjen`,
      text: `Du hadde booka ${room} ${day} kl. ${time}. Ingen hadde sjekka inn ${releaseMinutes} minutt etter start, så tida vart frigjord.`,
    }),
    unanswered: ({ room, space, day, time }: Ended) => ({
      subject: `${space} svara ikkje om ${room}`,
      text: `Du spurde om ${room} ${day} kl. ${time}. Tida kom utan at huset hadde svara, så ho er ikkje lenger halden av til deg.`,
    }),
    calendar: "Finn ei anna tid",
  },
  en: {
    released: ({ room, day, time }: Ended) => ({
      subject: `${room} is free for others again`,
      text: `You had booked ${room} on ${day} at ${time}. Nobody had checked in ${releaseMinutes} minutes after the start, so the time was released.`,
    }),
    unanswered: ({ room, space, day, time }: Ended) => ({
      subject: `${space} did not answer about ${room}`,
      text: `You asked for ${room} on ${day} at ${time}. The time came before the house had answered, so it is no longer kept for you.`,
    }),
    calendar: "Find another time",
  },
});

const ended = z.object({ bookingId: z.uuid(), spaceId: z.uuid() });

/** Writes to whoever booked when the clock ended it: nobody had come, or the house had not answered in time. Of a form never sent, nothing. */
export async function writeEndedLetter(
  tx: Db,
  { id, topic, payload }: { id: string; topic: string; payload: unknown },
  installation: Installation,
): Promise<void> {
  const { bookingId, spaceId } = ended.parse(payload);
  const booking = await findBooking(tx, bookingId);
  if (!booking?.person_id || (topic === "booking.expired" && !(await wasAsked(tx, { bookingId, spaceId })))) return;
  const person = await tx
    .selectFrom("people")
    .select(["email", "locale"])
    .where("id", "=", booking.person_id)
    .where("erased_at", "is", null)
    .executeTakeFirst();
  if (!person) return;
  const language = isLanguage(person.locale) ? person.locale : "nb";
  const text = texts[language];
  const local = booking.starts_at.toZonedDateTimeISO(booking.time_zone);
  const day = writtenDay(local.toPlainDate().toString(), language);
  const time = local.toPlainTime().toString({ smallestUnit: "minute" });
  const facts = { room: booking.resource_name, space: booking.space_name, day, time };
  const told = topic === "booking.released" ? text.released(facts) : text.unanswered(facts);
  await writeLetter(
    tx,
    installation,
    { email: person.email, language },
    {
      key: `${topic}/${id}`,
      subject: told.subject,
      lines: [told.text, { label: text.calendar, path: `/spaces/${booking.space_slug}/calendar` }],
    },
  );
}

export const endedLetters: Subscription = subscription("bookings.ended-letters", ["booking.released", "booking.expired"], writeEndedLetter);
