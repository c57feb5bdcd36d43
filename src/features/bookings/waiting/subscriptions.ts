import { z } from "zod";
import type { Db } from "../../../platform/database/database.ts";
import type { Installation } from "../../../platform/installation.ts";
import { enqueue } from "../../../platform/jobs/enqueue.ts";
import { isLanguage, locale } from "../../../platform/language/language.ts";
import { writeLetter } from "../../../platform/mail/index.ts";
import { type Announced, type Subscription, subscription } from "../../../platform/outbox/subscription.ts";
import { waitLetterTexts } from "./letter-texts.ts";
import { offersTimes } from "./offer-times.ts";
import { findWaits, leaveLine, type WaitRow } from "./queries.ts";

const facts = z.object({ spaceId: z.uuid(), bookingId: z.uuid() });
const givesTimeBack = ["booking.cancelled", "booking.expired", "booking.refused", "booking.released", "booking.moved", "booking.ended"];

/** What a booking that gives its time back means to those in line, and what becomes of an offer. */
export const waitingSubscriptions: Subscription[] = [
  subscription(
    "bookings.offer-times",
    givesTimeBack,
    async (tx, { payload }) => {
      const { spaceId } = facts.parse(payload);
      await enqueue(tx, offersTimes, { spaceId }, { jobKey: `bookings.offer-times/${spaceId}` });
    },
    { together: ({ payload }) => facts.parse(payload).spaceId },
  ),
  subscription("bookings.offers-answered", ["booking.held", "booking.expired", "booking.cancelled"], followOffer),
];

async function followOffer(tx: Db, announced: Announced, installation: Installation): Promise<void> {
  const { spaceId, bookingId: id } = facts.parse(announced.payload);
  const [wait] = await findWaits(tx, { spaceId, id });
  if (!wait) return;
  if (announced.topic !== "booking.held") await leaveLine(tx, { spaceId, id, at: announced.happenedAt });
  if (announced.topic !== "booking.cancelled") await writeOfferLetter(tx, announced, wait, installation);
}

async function writeOfferLetter(tx: Db, { topic, id }: Announced, wait: WaitRow, installation: Installation): Promise<void> {
  const { starts_at: startsAt, held_until: heldUntil } = wait;
  if (startsAt === null) return;
  const language = isLanguage(wait.locale) ? wait.locale : "nb";
  const text = waitLetterTexts[language];
  const written = (moment: Temporal.Instant) =>
    moment
      .toZonedDateTimeISO(wait.time_zone)
      .toPlainDateTime()
      .toLocaleString(locale(language), { weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" });
  const told = { resource: wait.resource_name, space: wait.space_name, when: written(startsAt) };
  const day = startsAt.toZonedDateTimeISO(wait.time_zone).toPlainDate().toString();
  const path = `/spaces/${wait.space_slug}/calendar?day=${day}`;
  const offer = topic === "booking.held" && heldUntil !== null ? text.offered({ ...told, until: written(heldUntil) }) : text.lapsed(told);
  // an offer that was answered before the letter was written needs none
  if (topic === "booking.held" && heldUntil === null) return;
  const link = topic === "booking.held" ? { label: text.see, path: `${path}&booking=${wait.id}#details` } : { label: text.seeDay, path };
  const letter = { key: `${topic}/${id}/${wait.person_id}`, subject: offer.subject, lines: [offer.text, link] };
  await writeLetter(tx, installation, { email: wait.email, language }, letter);
}
