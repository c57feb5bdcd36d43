import { type Interval, overlap, withBuffers } from "../booking.ts";
import { letGoOfCover } from "./cover.ts";
import type { Outcome } from "./decide.ts";
import type { BookingFacts, Facts, ResourceFacts, Taken } from "./facts.ts";

/** The places of a resource that are free for the time, buffers included, of it and of all its parts. What is held no longer gives way. */
export function freePlaces(
  resource: ResourceFacts,
  interval: Interval,
  bookingId: string,
  facts: Facts,
  outcome: Outcome,
  at: Temporal.Instant,
): number[] {
  const wanted = withBuffers(interval, resource);
  const inTheWay = resource.family.flatMap(({ id }) =>
    (facts.taken.get(id) ?? []).filter((taken) => taken.bookingId !== bookingId && overlap(taken, wanted)),
  );
  return placesBeside(
    resource,
    inTheWay.filter((taken) => !letGo(taken, resource.spaceId, facts, outcome, at)),
  );
}

/** The places of a resource that what is in the way leaves: none when a part of it is taken. */
export function placesBeside(resource: ResourceFacts, inTheWay: readonly Taken[]): number[] {
  if (inTheWay.some(({ resourceId }) => resourceId !== resource.id)) return [];
  const places = Array.from({ length: resource.places }, (_, index) => index + 1);
  return places.filter((place) => !inTheWay.some((taken) => taken.place === place));
}

/** Whether time is only held, and its ten minutes are over. */
export function hasLapsed({ heldUntil }: Taken, at: Temporal.Instant): boolean {
  return heldUntil !== null && Temporal.Instant.compare(heldUntil, at) <= 0;
}

// a hold whose ten minutes are over is ended by whoever wants its time
function letGo(taken: Taken, spaceId: string, facts: Facts, outcome: Outcome, at: Temporal.Instant): boolean {
  if (!hasLapsed(taken, at)) return false;
  outcome.expired.set(taken.bookingId, { spaceId, bookingId: taken.bookingId, at });
  letGoOfCover({ id: taken.bookingId, personId: null }, { by: null, at }, facts, outcome);
  forget(taken.bookingId, facts);
  return true;
}

function forget(id: string, facts: Facts): void {
  for (const [resourceId, rows] of facts.taken)
    facts.taken.set(
      resourceId,
      rows.filter(({ bookingId }) => bookingId !== id),
    );
}

/** Takes the time of a booking, buffers included, of its resource and of every part. */
export function take(booking: BookingFacts, resource: ResourceFacts, facts: Facts, outcome: Outcome): void {
  const interval = withBuffers(booking, resource);
  outcome.seen.set(resource.id, { resourceId: resource.id, version: resource.version });
  for (const { id: resourceId, places } of resource.family) {
    // of the resource itself the places found, of its parts all there are
    for (const place of resourceId === resource.id ? booking.places : Array.from({ length: places }, (_, index) => index + 1)) {
      const row = { bookingId: booking.id, spaceId: booking.spaceId, resourceId, place, heldUntil: booking.heldUntil, ...interval };
      outcome.taken.push(row);
      facts.taken.set(resourceId, [...(facts.taken.get(resourceId) ?? []), row]);
    }
  }
}

/** Gives back what a booking holds. */
export function giveBack(booking: BookingFacts, facts: Facts, outcome: Outcome): void {
  outcome.freed.set(booking.id, { spaceId: booking.spaceId, bookingId: booking.id });
  outcome.taken = outcome.taken.filter(({ bookingId }) => bookingId !== booking.id);
  forget(booking.id, facts);
}
