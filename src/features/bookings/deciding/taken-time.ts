import { type Interval, overlap, withBuffers } from "../booking.ts";
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
  const standing = inTheWay.filter((taken) => !letGo(taken, resource.spaceId, facts, outcome, at));
  const places = Array.from({ length: resource.places }, (_, index) => index + 1);
  if (standing.some(({ resourceId }) => resourceId !== resource.id)) return [];
  return places.filter((place) => !standing.some((taken) => taken.place === place));
}

// a hold whose ten minutes are over is ended by whoever wants its time
function letGo(taken: Taken, spaceId: string, facts: Facts, outcome: Outcome, at: Temporal.Instant): boolean {
  if (taken.heldUntil === null || Temporal.Instant.compare(taken.heldUntil, at) > 0) return false;
  outcome.expired.set(taken.bookingId, { spaceId, bookingId: taken.bookingId, at });
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
