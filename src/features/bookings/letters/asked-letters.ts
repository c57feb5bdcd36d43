import { z } from "zod";
import type { Db } from "../../../platform/database/database.ts";
import type { Installation } from "../../../platform/installation.ts";
import type { Language } from "../../../platform/language/language.ts";
import { writtenMoment } from "../../../platform/language/written-moment.ts";
import { writtenMoney } from "../../../platform/language/written-money.ts";
import { type LetterLine, writeLetter } from "../../../platform/mail/index.ts";
import { type Announced, type Subscription, subscription } from "../../../platform/outbox/subscription.ts";
import { dayIn } from "../../../platform/time/day.ts";
import { readersAmong, readersAt } from "../../organizations/index.ts";
import { type BookingRow, findBooking, wasAsked } from "../queries.ts";
import { bookingsOfSeries } from "../series/queries.ts";
import { bookingLetterTexts } from "./letter-texts.ts";

const facts = z.object({ bookingId: z.uuid(), by: z.uuid().nullable(), reason: z.string().optional() });

/** Tells somebody that the desk has booked for them; of a series once. */
async function writeBookedFor(tx: Db, announced: Announced, installation: Installation): Promise<void> {
  const { bookingId, by } = facts.parse(announced.payload);
  const booking = await findBooking(tx, bookingId);
  if (!booking || by === null || by === booking.person_id || booking.kind !== "booking") return;
  const [reader] = await readersAmong(tx, booking.person_id === null ? [] : [booking.person_id]);
  const [booker] = await readersAmong(tx, [by]);
  if (!reader || !booker) return;
  const times = booking.series_id === null ? [booking] : await bookingsOfSeries(tx, booking);
  const first = times[0] ?? booking;
  const text = bookingLetterTexts[reader.language];
  const what = whatOf(first, reader.language);
  const until = first.ends_at.toZonedDateTimeISO(first.time_zone).toPlainTime().toString({ smallestUnit: "minute" });
  await writeLetter(tx, installation, reader, {
    key: `booking.booked-for/${booking.series_id ?? bookingId}`,
    subject: text.bookedForSubject(what),
    lines: [
      text.bookedFor({ ...what, by: booker.name, until }),
      ...(times.length > 1 ? [text.ofSeries(times.length)] : []),
      ...(first.title === null ? [] : [text.title(first.title)]),
      ...priceOf(first, reader.language),
      { label: text.seeBookings, path: "/me/bookings" },
    ],
  });
}

/** Tells the desk that somebody waits for its answer; of a series once. */
async function writeAsked(tx: Db, announced: Announced, installation: Installation): Promise<void> {
  const { bookingId } = facts.parse(announced.payload);
  const booking = await findBooking(tx, bookingId);
  if (!booking?.holder || booking.state !== "pending") return;
  const { host_id: hostId, series_id: seriesId, holder, time_zone: timeZone } = booking;
  const readers = await readersAt(tx, [hostId], ["host", "manager"], dayIn(installation.now(), timeZone));
  for (const reader of readers) {
    const text = bookingLetterTexts[reader.language];
    const asked = { ...whatOf(booking, reader.language), holder };
    await writeLetter(tx, installation, reader, {
      key: `booking.asked/${seriesId ?? bookingId}/${reader.personId}`,
      subject: text.askedSubject(asked),
      lines: [text.asked(asked), { label: text.answer, path: pathOf(booking) }],
    });
  }
}

/** Tells whoever asked what the house has answered. */
async function writeAnswered(tx: Db, announced: Announced, installation: Installation): Promise<void> {
  const { bookingId, by, reason } = facts.parse(announced.payload);
  const booking = await findBooking(tx, bookingId);
  if (!booking?.person_id || booking.person_id === by) return;
  if (!(await wasAsked(tx, { bookingId, spaceId: booking.space_id }))) return;
  const [reader] = await readersAmong(tx, [booking.person_id]);
  if (!reader) return;
  const text = bookingLetterTexts[reader.language];
  const what = whatOf(booking, reader.language);
  const isYes = announced.topic === "booking.approved";
  await writeLetter(tx, installation, reader, {
    key: `${announced.topic}/${bookingId}`,
    subject: isYes ? text.approvedSubject(what) : text.refusedSubject(what),
    lines: isYes
      ? [text.approved(what), ...priceOf(booking, reader.language), { label: text.seeBooking, path: pathOf(booking) }]
      : [
          text.refused(what),
          ...(reason === undefined ? [] : [text.reason(reason)]),
          { label: text.seeCalendar, path: `/spaces/${booking.space_slug}/calendar?day=${dayIn(booking.starts_at, booking.time_zone)}` },
        ],
  });
}

function whatOf({ resource_name: resource, space_name: space, starts_at: startsAt, time_zone: timeZone }: BookingRow, language: Language) {
  return { resource, space, when: writtenMoment(startsAt, timeZone, language) };
}

function priceOf({ price_ore: ore, payer_name: company }: BookingRow, language: Language): LetterLine[] {
  const text = bookingLetterTexts[language];
  if (ore === 0) return [];
  const price = writtenMoney(ore, language);
  return [company === null ? text.youPay(price) : text.theyPay({ company, price })];
}

function pathOf({ id, space_slug: slug, starts_at: startsAt, time_zone: timeZone }: BookingRow): string {
  return `/spaces/${slug}/calendar?day=${dayIn(startsAt, timeZone)}&booking=${id}`;
}

/** What is written when somebody books for another, asks, and is answered. */
export const askedLetters: Subscription[] = [
  subscription("bookings.booked-for-letters", ["booking.booked"], writeBookedFor),
  subscription("bookings.asked-letters", ["booking.asked"], writeAsked),
  subscription("bookings.answer-letters", ["booking.approved", "booking.refused"], writeAnswered),
];
