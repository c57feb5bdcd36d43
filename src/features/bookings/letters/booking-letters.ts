import { z } from "zod";
import type { Db } from "../../../platform/database/database.ts";
import type { Installation } from "../../../platform/installation.ts";
import { writtenMoment } from "../../../platform/language/written-moment.ts";
import { writtenMoney } from "../../../platform/language/written-money.ts";
import { writeLetter } from "../../../platform/mail/index.ts";
import { type Announced, type Subscription, subscription } from "../../../platform/outbox/subscription.ts";
import { type Day, dayIn } from "../../../platform/time/day.ts";
import { readersAmong, readersAt } from "../../organizations/index.ts";
import { findBooking } from "../queries.ts";
import { bookingLetterTexts } from "./letter-texts.ts";

const facts = z.object({ bookingId: z.uuid(), by: z.uuid().nullable(), reason: z.string().optional(), shutting: z.string().optional() });

/** Tells somebody that another has given their time back, and why. Whoever cancels for themselves knows. */
export async function writeBookingLetter(tx: Db, announced: Announced, installation: Installation): Promise<void> {
  const { bookingId, by, reason, shutting } = facts.parse(announced.payload);
  // told in one letter for all of a person's times that day
  if (shutting !== undefined) return;
  const booking = await findBooking(tx, bookingId);
  if (!booking?.person_id || booking.person_id === by) return;
  const [reader] = await readersAmong(tx, [booking.person_id]);
  if (!reader) return;
  const text = bookingLetterTexts[reader.language];
  const { time_zone: timeZone, resource_name: resource, space_name: space, space_slug: slug } = booking;
  const when = writtenMoment(booking.starts_at, timeZone, reader.language);
  const who = await companysOwn(tx, by, booking.organization_id, dayIn(announced.happenedAt, timeZone));
  await writeLetter(tx, installation, reader, {
    key: `booking.cancelled/${bookingId}`,
    subject: text.cancelledSubject({ resource, when }),
    lines: [
      text.cancelled({ resource, space, when, by: who }),
      ...(reason === undefined ? [] : [text.reason(reason, who)]),
      { label: text.seeCalendar, path: `/spaces/${slug}/calendar?day=${dayIn(booking.starts_at, timeZone)}` },
    ],
  });
}

const movedFacts = facts.extend({ noLongerPaidBy: z.uuid().optional() });

/** Tells somebody that another has moved their time, and where their company's plan does not cover it, that they are the one who pays now. */
async function writeMovedLetter(tx: Db, announced: Announced, installation: Installation): Promise<void> {
  const { bookingId, by, reason, noLongerPaidBy } = movedFacts.parse(announced.payload);
  const booking = await findBooking(tx, bookingId);
  if (!booking?.person_id || booking.person_id === by) return;
  const [reader] = await readersAmong(tx, [booking.person_id]);
  if (!reader) return;
  const isPayer = noLongerPaidBy !== undefined && booking.organization_id === null && booking.price_ore > 0;
  const company = isPayer
    ? await tx.selectFrom("organizations").select("name").where("id", "=", noLongerPaidBy).executeTakeFirst()
    : undefined;
  const text = bookingLetterTexts[reader.language];
  const { time_zone: timeZone, resource_name: resource, space_name: space, space_slug: slug, series_id: seriesId } = booking;
  const when = writtenMoment(booking.starts_at, timeZone, reader.language);
  const who = await companysOwn(tx, by, noLongerPaidBy ?? booking.organization_id, dayIn(announced.happenedAt, timeZone));
  await writeLetter(tx, installation, reader, {
    // those of a series that moved along are told in one
    key: `booking.moved/${seriesId === null ? announced.id : `${seriesId}/${announced.happenedAt}`}`,
    subject: text.movedSubject({ resource, when }),
    lines: [
      text.moved({ resource, space, when, by: who }),
      ...(seriesId === null ? [] : [text.movedAlong]),
      ...(company ? [text.payer({ company: company.name, price: writtenMoney(booking.price_ore, reader.language) })] : []),
      ...(reason === undefined ? [] : [text.reason(reason, who)]),
      { label: text.seeBooking, path: `/spaces/${slug}/calendar?day=${dayIn(booking.starts_at, timeZone)}&booking=${bookingId}` },
    ],
  });
}

/** The name of who did it, when they manage the company it is for; null when it was the house. */
async function companysOwn(db: Db, by: string | null, organizationId: string | null, day: Day): Promise<string | null> {
  if (by === null || organizationId === null) return null;
  const own = await readersAt(db, [organizationId], ["owner", "manager"], day);
  return own.find(({ personId }) => personId === by)?.name ?? null;
}

/** What people are written to about their bookings. */
export const bookingLetters: Subscription[] = [
  subscription("bookings.letters", ["booking.cancelled"], writeBookingLetter),
  subscription("bookings.moved-letters", ["booking.moved"], writeMovedLetter),
];
