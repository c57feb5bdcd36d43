import { sql } from "kysely";
import type { Db, Tx } from "../../../platform/database/database.ts";
import type { Interval } from "../booking.ts";
import { placeInMonth, weekdayNames } from "./day-of-month.ts";

/** A series without an end, with the room it is of. */
export type OpenSeries = Awaited<ReturnType<typeof openSeries>>[number];

/** The series that go on until somebody ends them. */
export function openSeries(db: Db) {
  return db
    .selectFrom("booking_series as q")
    .innerJoin("resources as r", "r.id", "q.resource_id")
    .innerJoin("spaces as s", "s.id", "q.space_id")
    .select([
      "q.id",
      "q.space_id",
      "q.resource_id",
      "q.recurrence",
      "q.booked_by",
      "q.first_starts_at",
      "q.first_ends_at",
      "q.open_until",
      "q.override_reason",
    ])
    .select(["r.name as resource_name", "r.horizon_days", "s.time_zone", "s.slug as space_slug", "s.name as space_name"])
    .where("q.open_until", "is not", null)
    .orderBy("q.space_id")
    .orderBy("q.id")
    .execute();
}

type Key = { space_id: string; series_id: string };

/** Nothing more is booked of a series. One that has an end already is no error. */
export async function endOpenSeries(db: Db | Tx, { space_id, series_id }: Key): Promise<void> {
  await db.updateTable("booking_series").set({ open_until: null }).where("space_id", "=", space_id).where("id", "=", series_id).execute();
}

/** What follows of a series without an end is booked as the times that were moved are: their day and their clock, past the rules or by them. */
export async function moveOpenSeries(
  db: Db | Tx,
  { space_id, series_id }: Key,
  { from, until, override }: Interval & { override: string | null },
  timeZone: string,
): Promise<void> {
  const series = await db
    .selectFrom("booking_series")
    .select("recurrence")
    .where("space_id", "=", space_id)
    .where("id", "=", series_id)
    .where("open_until", "is not", null)
    .executeTakeFirst();
  if (!series) return;
  const day = from.toZonedDateTimeISO(timeZone).toPlainDate();
  await db
    .updateTable("booking_series")
    .set({ first_starts_at: from, first_ends_at: until, recurrence: recurrenceOn(series.recurrence, day), override_reason: override })
    .where("space_id", "=", space_id)
    .where("id", "=", series_id)
    .execute();
}

/** The same recurrence on another day: one weekday becomes that of the day, in the same place of its month where it had one. */
export function recurrenceOn(recurrence: string, day: Temporal.PlainDate): string {
  const weekday = weekdayNames[day.dayOfWeek - 1] ?? "MO";
  return recurrence
    .toUpperCase()
    .replace(/BYDAY=([+-]?[1-5])?[A-Z]{2}(?=;|$)/, (_, ordinal?: string) => `BYDAY=${ordinal ? placeInMonth(day) : ""}${weekday}`)
    .replace(/BYMONTHDAY=\d{1,2}(?=;|$)/, `BYMONTHDAY=${day.day}`)
    .replace(/BYMONTH=\d{1,2}(?=;|$)/, `BYMONTH=${day.month}`);
}

/** When the times of a series begin that were ever booked, whatever became of them, and what the last that stands is. */
export async function bookedOfSeries(db: Db, { space_id, id, open_until }: OpenSeries) {
  const starts = await db
    .selectFrom("bookings")
    .select("starts_at")
    .where("space_id", "=", space_id)
    .where("series_id", "=", id)
    .where("starts_at", ">", sql<Temporal.Instant>`${open_until}::timestamptz - interval '1 day'`)
    .execute();
  const last = await db
    .selectFrom("bookings")
    .select(["kind", "person_id", "title", "note", "people"])
    .where("space_id", "=", space_id)
    .where("series_id", "=", id)
    .where("state", "<>", "cancelled")
    .orderBy("starts_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return { starts: new Set(starts.map(({ starts_at }) => starts_at.toString())), last };
}
