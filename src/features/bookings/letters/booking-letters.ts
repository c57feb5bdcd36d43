import { type SqlBool, sql } from "kysely";
import { z } from "zod";
import type { Db } from "../../../platform/database/database.ts";
import { momentOf, newId } from "../../../platform/database/id.ts";
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
  const { time_zone: timeZone, resource_name: resource, space_name: space, space_slug: slug, series_id: seriesId } = booking;
  const together = seriesId === null ? [] : await cancelledTogether(tx, announced, booking.space_id, seriesId);
  const times = together.length > 1 ? together : [booking.starts_at];
  const written = times.map((startsAt) => writtenMoment(startsAt, timeZone, reader.language));
  const [when = "", count] = [written[0], times.length];
  const who = await companysOwn(tx, by, booking.organization_id, dayIn(announced.happenedAt, timeZone));
  await writeLetter(tx, installation, reader, {
    key: count > 1 ? `booking.cancelled/${seriesId}/${announced.happenedAt}` : `booking.cancelled/${bookingId}`,
    subject: count > 1 ? text.severalSubject({ resource, count }) : text.cancelledSubject({ resource, when }),
    lines: [
      ...(count > 1
        ? [text.several({ resource, space, count, by: who }), ...written.slice(0, mostTimesTold)]
        : [text.cancelled({ resource, space, when, by: who })]),
      ...(count > mostTimesTold ? [text.andMore(count - mostTimesTold)] : []),
      ...(reason === undefined ? [] : [text.reason(reason, who)]),
      { label: text.seeCalendar, path: `/spaces/${slug}/calendar?day=${dayIn(times[0] ?? booking.starts_at, timeZone)}` },
    ],
  });
}

const mostTimesTold = 20;

/** The starts of those times of a series that were given back in the same moment, this one with them. */
async function cancelledTogether(
  tx: Db,
  { id, topic, happenedAt }: Announced,
  spaceId: string,
  seriesId: string,
): Promise<Temporal.Instant[]> {
  const told = await tx
    .selectFrom("outbox as o")
    .innerJoin("bookings as b", (join) => join.on(sql<SqlBool>`b.id = (o.payload->>'bookingId')::uuid`).on("b.space_id", "=", spaceId))
    .select("b.starts_at")
    // they were announced by one statement: not the whole of what has ever been announced is looked through
    .where("o.id", ">", newId(momentOf(id) - 60_000))
    .where("o.topic", "=", topic)
    .where("o.happened_at", "=", happenedAt)
    .where("b.series_id", "=", seriesId)
    .orderBy("b.starts_at")
    .execute();
  return told.map(({ starts_at }) => starts_at);
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
