import { found } from "../../platform/access/authorize.ts";
import { newId } from "../../platform/database/id.ts";
import type { Installation } from "../../platform/installation.ts";
import { answerOf, type BookingClaims, bookingRefusals, wholeMinute } from "../bookings/index.ts";
import { displayAt } from "./queries.ts";

type AtDoor = { secret: string };

/**
 * Takes the room behind a door from now on, for whoever stands there. Nobody is known, so nobody is charged.
 * @throws Refusal booking.not_at_door, booking.taken, booking.too_long, booking.closed, booking.out_of_use
 */
export async function takeRoom({ db, now }: Installation, claims: BookingClaims, { secret, until }: AtDoor & { until: Temporal.Instant }) {
  const { space_id: spaceId, resource_id: resourceId, takes_bookings } = found(await displayAt(db, secret));
  if (resourceId === null || !takes_bookings) throw bookingRefusals.notAtDoor();
  const at = now();
  return answerOf(
    await claims.submit({
      kind: "book",
      bookingId: newId(),
      spaceId,
      resourceId,
      as: "at_door",
      personId: null,
      organizationId: null,
      startsAt: wholeMinute(at),
      endsAt: until,
      title: null,
      note: null,
      people: null,
      isHold: false,
      override: null,
      seriesId: null,
      by: null,
      at,
    }),
  );
}

/**
 * Whoever stands at the door has come to what is booked there.
 * @throws Refusal booking.check_in_later, booking.past, booking.ended, booking.wrong_state; access.not_here for another room's
 */
export async function checkInAtDoor(installation: Installation, claims: BookingClaims, given: AtDoor & { bookingId: string }) {
  const { bookingId, spaceId } = await bookedHere(installation, given);
  return answerOf(await claims.submit({ kind: "check_in", bookingId, spaceId, by: null, at: installation.now() }));
}

/**
 * Whoever has the room leaves it: what is left of the time is free for others, and waited for first.
 * @throws Refusal booking.ended, booking.wrong_state; access.not_here for another room's
 */
export async function handBackAtDoor(installation: Installation, claims: BookingClaims, given: AtDoor & { bookingId: string }) {
  const { bookingId, spaceId } = await bookedHere(installation, given);
  return answerOf(await claims.submit({ kind: "hand_back", bookingId, spaceId, by: null, at: installation.now() }));
}

async function bookedHere({ db }: Installation, { secret, bookingId }: AtDoor & { bookingId: string }) {
  const { space_id: spaceId, resource_id: resourceId } = found(await displayAt(db, secret));
  found(
    await db
      .selectFrom("bookings")
      .select("id")
      .where("space_id", "=", spaceId)
      .where("id", "=", bookingId)
      .where("resource_id", "=", resourceId)
      .executeTakeFirst(),
  );
  return { bookingId, spaceId };
}
