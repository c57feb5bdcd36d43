import type { BookingRow } from "../queries.ts";

type Row = Pick<BookingRow, "id" | "space_id" | "resource_id" | "starts_at" | "ends_at" | "time_zone">;
type Times = { startsAt: Temporal.Instant; endsAt: Temporal.Instant };

/**
 * The times of a series after one of it moved: as many days along, and at the same times of the clock. Those that stood at another
 * time of the clock than the one that moved are exceptions, and stay. In the order in which each gives way to the next.
 */
export function shiftedTimes<Of extends Row>(moved: Row, to: Times, rows: Of[]): (Times & { row: Of })[] {
  const zoned = (moment: Temporal.Instant) => moment.toZonedDateTimeISO(moved.time_zone);
  const clockOf = (row: Row) => `${zoned(row.starts_at).toPlainTime()} ${zoned(row.ends_at).toPlainTime()}`;
  const [starts, ends] = [zoned(to.startsAt), zoned(to.endsAt)];
  const days = starts.toPlainDate().since(zoned(moved.starts_at).toPlainDate()).days;
  const nights = ends.toPlainDate().since(starts.toPlainDate()).days;
  const at = (day: Temporal.PlainDate, clock: Temporal.ZonedDateTime) =>
    day.toPlainDateTime(clock.toPlainTime()).toZonedDateTime(moved.time_zone).toInstant();
  const shifted = rows
    .filter((row) => clockOf(row) === clockOf(moved))
    .map((row) => {
      const day = zoned(row.starts_at).toPlainDate().add({ days });
      return row.id === moved.id ? { row, ...to } : { row, startsAt: at(day, starts), endsAt: at(day.add({ days: nights }), ends) };
    });
  return Temporal.Instant.compare(to.startsAt, moved.starts_at) > 0 ? shifted.toReversed() : shifted;
}
