import { z } from "zod";
import type { Db } from "../../../platform/database/database.ts";
import type { Installation } from "../../../platform/installation.ts";
import { writtenDay } from "../../../platform/language/written-day.ts";
import { writtenMoment } from "../../../platform/language/written-moment.ts";
import { writeLetter } from "../../../platform/mail/index.ts";
import { type Announced, type Subscription, subscription } from "../../../platform/outbox/subscription.ts";
import { addDays, dayIn, momentOf } from "../../../platform/time/day.ts";
import { readersAmong } from "../../organizations/index.ts";
import { findSpace, openingOf, openingOn, textIn } from "../../spaces/index.ts";
import { bookingClaims } from "../deciding/booking-claims.ts";
import { bookedOn } from "./queries.ts";
import { isShutOut } from "./shut-out.ts";
import { shuttingWords } from "./words.ts";

const facts = z.object({ spaceId: z.uuid(), change: z.literal("space.set_opening_exception"), day: z.iso.date() });

/**
 * Cancels what people have booked on a day the house has shut for, at no cost, since nobody should come to a locked door. What the house
 * let in itself stands, and what goes on over other days. Whoever has booked gets one letter that says which of theirs is which.
 */
async function endShutOut(tx: Db, announced: Announced, installation: Installation): Promise<void> {
  const { success, data: change } = facts.safeParse(announced.payload);
  const space = success ? await findSpace(tx, change.spaceId) : undefined;
  if (!success || !space) return;
  const { day } = change;
  const at = announced.happenedAt;
  const opening = await openingOf(tx, space, dayIn(at, space.time_zone));
  if (openingOn(opening, day).closedBecause !== "exception") return;
  const midnight = (date: string) => momentOf(date, "00:00", space.time_zone);
  const booked = await bookedOn(tx, { spaceId: space.id, from: midnight(day), until: midnight(addDays(day, 1)), at });
  const told = booked.map((booking) => ({ booking, isEnded: !booking.was_let_in && isShutOut(booking, opening) }));
  const claims = bookingClaims(installation.pipelines);
  const ends = told
    .filter(({ booking, isEnded }) => isEnded && booking.state !== "cancelled")
    .map(({ booking: { id: bookingId, space_id: spaceId } }) =>
      claims.submit({
        kind: "end",
        bookingId,
        spaceId,
        as: "cancelled",
        from: ["held", "pending", "confirmed"],
        isByHouse: true,
        shutting: announced.id,
        by: null,
        reason: null,
        at,
      }),
    );
  await Promise.all(ends);
  // a form that was never sent is no booking to tell of
  const byPerson = Map.groupBy(
    told.filter(({ booking }) => booking.state !== "held"),
    ({ booking }) => booking.person_id,
  );
  const reasons = opening.exceptions.find((one) => one.day === day)?.reasons ?? {};
  for (const reader of await readersAmong(
    tx,
    [...byPerson.keys()].flatMap((id) => id ?? []),
  )) {
    const theirs = byPerson.get(reader.personId) ?? [];
    const text = shuttingWords[reader.language];
    const f = { space: space.name, day: writtenDay(day, reader.language) };
    const reason = textIn(reasons, reader.language)?.text;
    const [isEnded, stands] = [theirs.filter((one) => one.isEnded), theirs.filter((one) => !one.isEnded)];
    const lineOf = ({ booking }: (typeof theirs)[number]) =>
      `${booking.resource_name}, ${writtenMoment(booking.starts_at, space.time_zone, reader.language)}`;
    await writeLetter(tx, installation, reader, {
      key:
        isEnded.length > 0
          ? `booking.shut-day/${space.id}/${day}/${at}/${reader.personId}`
          : `booking.shut-day/${day}/${stands[0]?.booking.id}`,
      subject: isEnded.length > 0 ? text.endedSubject({ ...f, count: isEnded.length }) : text.standsSubject(f),
      lines: [
        text.shut(f),
        ...(reason ? [text.reason(reason)] : []),
        ...(isEnded.length > 0 ? [text.ended({ count: isEnded.length }), ...isEnded.map(lineOf)] : []),
        ...(stands.length > 0 ? [text.stands({ count: stands.length }), ...stands.map(lineOf)] : []),
        { label: isEnded.length > 0 ? text.findOther : text.seeCalendar, path: `/spaces/${space.slug}/calendar?day=${day}` },
      ],
    });
  }
}

/** Told when a house says how a day differs. */
export const endsShutOut: Subscription = subscription("bookings.end-shut-out", ["space.changed"], endShutOut);
