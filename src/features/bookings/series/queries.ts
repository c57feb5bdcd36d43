import type { Db } from "../../../platform/database/database.ts";
import { type BookingRow, bookings } from "../queries.ts";

/** The bookings of a series that are not cancelled, in order of time. */
export function bookingsOfSeries(db: Db, { space_id, series_id }: Pick<BookingRow, "space_id" | "series_id">) {
  return bookings(db)
    .where("b.space_id", "=", space_id)
    .where("b.series_id", "=", series_id)
    .where("b.state", "<>", "cancelled")
    .orderBy("b.starts_at")
    .orderBy("b.id")
    .execute();
}

export function findSeries(db: Db, { space_id, series_id }: Pick<BookingRow, "space_id" | "series_id">) {
  return db
    .selectFrom("booking_series")
    .select(["id", "recurrence", "created_at", "open_until"])
    .where("space_id", "=", space_id)
    .where("id", "=", series_id)
    .executeTakeFirst();
}

/** The resources of a house a series goes over, or could go over instead: those asked for, and those of the same kind. */
export function resourcesLike(db: Db, spaceId: string, ids: string[]) {
  return db
    .selectFrom("resources as r")
    .select(["r.id", "r.name", "r.kind", "r.capacity", "r.step_minutes"])
    .where("r.space_id", "=", spaceId)
    .where((e) => e("r.kind", "in", (inner) => inner.selectFrom("resources as asked").select("asked.kind").where("asked.id", "in", ids)))
    .orderBy("r.capacity")
    .orderBy("r.id")
    .execute();
}

export type ResourceLike = Awaited<ReturnType<typeof resourcesLike>>[number];
