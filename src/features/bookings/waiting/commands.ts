import type { Book } from "../deciding/command.ts";
import { offeredUntil, timesWithin } from "./wait.ts";

/** Somebody's wish for so many minutes of a resource within a time. */
export interface Wish {
  id: string;
  space_id: string;
  resource_id: string;
  person_id: string;
  wanted_from: Temporal.Instant;
  wanted_until: Temporal.Instant;
  minutes: number;
  step_minutes: number;
  title: string | null;
  people: number | null;
}

/** Each time that would do, as a booking to be held until the offer is answered; it has the id of the wait, so there is one offer at most. */
export function offersFor(wish: Wish, at: Temporal.Instant): Book[] {
  return timesWithin({ from: wish.wanted_from, until: wish.wanted_until }, wish.minutes, wish.step_minutes).map(({ from, until }) => ({
    kind: "book",
    bookingId: wish.id,
    spaceId: wish.space_id,
    resourceId: wish.resource_id,
    as: "booking",
    personId: wish.person_id,
    organizationId: null,
    startsAt: from,
    endsAt: until,
    title: wish.title,
    note: null,
    people: wish.people,
    isHold: true,
    heldUntil: offeredUntil(at, from),
    override: null,
    seriesId: null,
    by: null,
    at,
  }));
}
