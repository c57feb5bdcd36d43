import { addDays } from "../../../../platform/time/day.ts";

interface Timed {
  startsAt: string;
  endsAt: string;
}

/** A day of the week, with what begins on it hour by hour, and what goes on over several days from it. */
export interface GridDay<Event> {
  day: string;
  hours: { hour: number; events: Event[] }[];
  /** Each on a row of its own above the hours; how many days of the week it takes. */
  spanning: { event: Event; row: number; days: number }[];
}

/**
 * A week as a grid, on the clock of one zone: days beside each other, and of the hours those something begins in. What began before the week
 * and goes on stands on its first day. Pure.
 */
export function gridOf<Event extends Timed>(events: readonly Event[], monday: string, timeZone: string) {
  const sunday = addDays(monday, 6);
  const placed = events.map((event) => {
    const [from, until] = [event.startsAt, event.endsAt].map((at) => Temporal.Instant.from(at).toZonedDateTimeISO(timeZone)) as [
      Temporal.ZonedDateTime,
      Temporal.ZonedDateTime,
    ];
    // what ends at midnight ends on the day before
    const last = until.subtract({ nanoseconds: 1 }).toPlainDate().toString();
    const first = from.toPlainDate().toString();
    return { event, first, last, hour: from.hour, start: first < monday ? monday : first, end: last > sunday ? sunday : last };
  });
  const shown = placed.filter(({ start, end }) => start <= sunday && end >= monday);
  const long = shown.filter(({ first, last }) => first !== last);
  const short = shown.filter(({ first, last }) => first === last);
  const days = Array.from({ length: 7 }, (_, index): GridDay<Event> => {
    const day = addDays(monday, index);
    const own = Map.groupBy(
      short.filter(({ start }) => start === day),
      ({ hour }) => hour,
    );
    return {
      day,
      hours: [...own].toSorted(([one], [other]) => one - other).map(([hour, held]) => ({ hour, events: held.map(({ event }) => event) })),
      spanning: long.flatMap(({ event, start, end }, row) => (start === day ? [{ event, row, days: daysFrom(start, end) }] : [])),
    };
  });
  const hours = [...new Set(short.map(({ hour }) => hour))].toSorted((one, other) => one - other);
  return { days, hours, spanningRows: long.length };
}

function daysFrom(first: string, last: string): number {
  return Temporal.PlainDate.from(first).until(last).days + 1;
}

/** The time of the clock in a zone, when it is another than in the event's own at that moment. */
export function clockElsewhere(event: { startsAt: string; timeZone: string }, timeZone: string): Temporal.ZonedDateTime | undefined {
  const at = Temporal.Instant.from(event.startsAt);
  const [own, other] = [at.toZonedDateTimeISO(event.timeZone), at.toZonedDateTimeISO(timeZone)];
  return own.offsetNanoseconds === other.offsetNanoseconds ? undefined : other;
}
