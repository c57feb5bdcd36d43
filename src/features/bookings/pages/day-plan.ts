import type { z } from "zod";
import { addDays, momentOf } from "../../../platform/time/day.ts";
import type { bookingSchema } from "../contract.ts";

export type Booked = z.infer<typeof bookingSchema>;

/** A resource as the plan needs it. */
export type Row = { id: string; name: string; kind: string; capacity: number; places: number; partOf: string | null };

const hour = 3_600_000;

/** The hours a day is drawn for, in quarter hours of real time: a night in which clocks change has more or fewer. */
export interface Span {
  from: Temporal.Instant;
  quarters: number;
  timeZone: string;
}

/** How a bar is drawn: by the booking's state, as closed, as part of what is booked, or as the one being made. */
export type BarKind = "confirmed" | "outside" | "pending" | "held" | "blocked" | "part" | "buffer" | "draft";

/** A bar in a resource's row: from and until in quarters of the span, cut at its ends. */
export interface Bar {
  key: string;
  kind: BarKind;
  start: number;
  end: number;
  booking?: Booked;
}

/** The span that shows the house's opening and everything booked that day; office hours where there is neither. */
export function spanOf(
  day: string,
  timeZone: string,
  openings: readonly { opens: string; closes: string }[],
  booked: readonly Booked[],
): Span {
  const dayStart = momentOf(day, "00:00", timeZone);
  const dayEnd = momentOf(addDays(day, 1), "00:00", timeZone);
  const openHours = openings.length > 0 ? openings : [{ opens: "08:00", closes: "17:00" }];
  const moments = [
    ...openHours.map(({ opens }) => momentOf(day, opens, timeZone)),
    ...openHours.map(({ closes }) => (closes === "24:00" ? dayEnd : momentOf(day, closes, timeZone))),
    ...booked.flatMap(({ startsAt, endsAt }) => [Temporal.Instant.from(startsAt), Temporal.Instant.from(endsAt)]),
  ].map(({ epochMilliseconds }) => Math.min(Math.max(epochMilliseconds, dayStart.epochMilliseconds), dayEnd.epochMilliseconds));
  const [earliest, latest] = [Math.min(...moments), Math.max(...moments)];
  const first = Temporal.Instant.fromEpochMilliseconds(earliest)
    .toZonedDateTimeISO(timeZone)
    .round({ smallestUnit: "hour", roundingMode: "floor" });
  const from = first.toInstant();
  return { from, quarters: Math.ceil((latest - from.epochMilliseconds) / hour) * 4, timeZone };
}

/** The hours above the plan, as the house's clocks show them. */
export function hoursOf({ from, quarters, timeZone }: Span): string[] {
  return Array.from({ length: quarters / 4 }, (_, hour) =>
    String(from.add({ hours: hour }).toZonedDateTimeISO(timeZone).hour).padStart(2, "0"),
  );
}

/** The bars of a resource: its bookings, their buffers, and what blocks it because a whole or a part of it is booked. */
export function barsOf(row: Row, rows: readonly Row[], booked: readonly Booked[], span: Span): Bar[] {
  const parts = new Set(partsOf(row.id, rows));
  const bars = booked.flatMap((booking): Bar[] => {
    if (booking.resource.id === row.id) {
      const bar = barAt(booking.id, kindOf(booking), booking.startsAt, booking.endsAt, span, booking);
      const block = booking.blocks.find(({ resourceId }) => resourceId === row.id);
      const hasBuffer = block && (block.startsAt < booking.startsAt || block.endsAt > booking.endsAt);
      return [...(hasBuffer ? barAt(`${booking.id} buffer`, "buffer", block.startsAt, block.endsAt, span) : []), ...bar];
    }
    const block = booking.blocks.find(({ resourceId }) => resourceId === row.id);
    if (block) return barAt(booking.id, "part", block.startsAt, block.endsAt, span, booking);
    if (parts.has(booking.resource.id)) return barAt(booking.id, "part", booking.startsAt, booking.endsAt, span, booking);
    return [];
  });
  return bars.toSorted((a, b) => a.start - b.start || rank(a.kind) - rank(b.kind));
}

/** How many places of a pool are taken in each hour of the span, at the most. */
export function takenByHour(row: Row, booked: readonly Booked[], span: Span): number[] {
  const mine = booked.filter(({ resource }) => resource.id === row.id);
  return Array.from({ length: span.quarters / 4 }, (_, hour) => {
    const quarters = [0, 1, 2, 3].map((quarter) => span.from.add({ minutes: hour * 60 + quarter * 15 }).toString());
    return Math.max(...quarters.map((moment) => mine.filter(({ startsAt, endsAt }) => startsAt <= moment && moment < endsAt).length));
  });
}

/** Where a time lies in the span, in quarters; undefined when it is outside. */
export function barAt(key: string, kind: BarKind, startsAt: string, endsAt: string, span: Span, booking?: Booked): Bar[] {
  const start = Math.max(0, quartersTo(startsAt, span));
  const end = Math.min(span.quarters, quartersTo(endsAt, span));
  return start < end ? [{ key, kind, start, end, ...(booking && { booking }) }] : [];
}

/** Quarters from the span's start to a moment. */
export function quartersTo(moment: string, span: Span): number {
  return (Temporal.Instant.from(moment).epochMilliseconds - span.from.epochMilliseconds) / (hour / 4);
}

function partsOf(id: string, rows: readonly Row[]): string[] {
  return rows.filter(({ partOf }) => partOf === id).flatMap((part) => [part.id, ...partsOf(part.id, rows)]);
}

function kindOf(booking: Booked): BarKind {
  if (!["booking", "hire", "order"].includes(booking.kind)) return booking.kind === "maintenance" ? "blocked" : "outside";
  return booking.state === "cancelled" ? "blocked" : booking.state;
}

function rank(kind: BarKind): number {
  return kind === "buffer" ? 0 : 1;
}
