import { occurrencesOf, readRecurrence } from "../../bookings/index.ts";
import type { NewEvent } from "../create-event.ts";

const usualZone = "Europe/Oslo";

/**
 * The event at every time of its series, each on the clock of the first, with what is sold as long before.
 * @param recurrence an RRULE. @throws Refusal any of `series`
 */
export function repeated(first: NewEvent, recurrence: string): NewEvent[] {
  const timeZone = first.timeZone ?? usualZone;
  const times = occurrencesOf(readRecurrence(recurrence), { from: first.startsAt, until: first.endsAt }, timeZone);
  return times.map(({ from, until }) => ({
    ...first,
    startsAt: from,
    endsAt: until,
    ticketTypes: first.ticketTypes.map((type) => ({
      ...type,
      opensAt: along(type.opensAt, first.startsAt, from, timeZone),
      closesAt: along(type.closesAt, first.startsAt, from, timeZone),
    })),
  }));
}

/** A moment moved by as many days as from one to another, at the same time of the clock. */
export function along(
  moment: Temporal.Instant | undefined,
  from: Temporal.Instant,
  to: Temporal.Instant,
  timeZone: string,
): Temporal.Instant | undefined {
  if (moment === undefined) return undefined;
  const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(timeZone).toPlainDate();
  const days = dayOf(to).since(dayOf(from)).days;
  return moment.toZonedDateTimeISO(timeZone).add({ days }).toInstant();
}
