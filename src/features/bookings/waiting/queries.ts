import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { BookingState } from "../booking.ts";

/** Waits with their resource and house, and the booking that is offered. Filter and order it further. */
export function waits(db: Db) {
  return db
    .selectFrom("booking_waits as w")
    .innerJoin("resources as r", "r.id", "w.resource_id")
    .innerJoin("spaces as s", "s.id", "w.space_id")
    .innerJoin("people as p", "p.id", "w.person_id")
    .leftJoin("bookings as b", (join) => join.onRef("b.space_id", "=", "w.space_id").onRef("b.id", "=", "w.id"))
    .select(["w.id", "w.space_id", "w.resource_id", "w.person_id", "w.wanted_from", "w.wanted_until", "w.minutes", "w.title", "w.people"])
    .select([
      "w.asked_at",
      "w.left_at",
      "p.name as person_name",
      "r.name as resource_name",
      "r.step_minutes",
      "s.slug as space_slug",
      "s.name as space_name",
    ])
    .select(["s.time_zone", "s.organization_id as host_id", "p.email", "p.locale"])
    .select(["b.starts_at", "b.ends_at", "b.held_until", sql<BookingState | null>`b.state`.as("booking_state")]);
}

export type WaitRow = Awaited<ReturnType<typeof findWaits>>[number];

export function findWaits(db: Db, { spaceId, id }: { spaceId?: string | undefined; id: string }) {
  return waits(db)
    .where("w.id", "=", id)
    .$if(spaceId !== undefined, (query) => query.where("w.space_id", "=", spaceId ?? ""))
    .execute();
}

/** Those who wait in a house for time ahead and have no offer, in the order they came. */
export function lineOf(db: Db, spaceId: string, now: Temporal.Instant, limit: number) {
  return waits(db)
    .where("w.space_id", "=", spaceId)
    .where("w.left_at", "is", null)
    .where("w.wanted_until", ">", now)
    .where("b.id", "is", null)
    .orderBy("w.asked_at")
    .orderBy("w.id")
    .limit(limit)
    .execute();
}

/** What one person waits for or is offered, soonest first. */
export function waitsOf(db: Db, personId: string, now: Temporal.Instant) {
  return waits(db)
    .where("w.person_id", "=", personId)
    .where("w.left_at", "is", null)
    .where("w.wanted_until", ">", now)
    .where((e) => e.or([e("b.id", "is", null), e("b.state", "=", "held")]))
    .orderBy("w.wanted_from")
    .orderBy("w.id")
    .execute();
}

/** Who waits in a house for time within a window or is offered some of it, in the order they came; one more than asked for, if there is one. */
export function lineWithin(db: Db, { spaceId, from, until, now, limit, after }: LineWindow) {
  return waits(db)
    .where("w.space_id", "=", spaceId)
    .where("w.left_at", "is", null)
    .where("w.wanted_from", "<", until)
    .where("w.wanted_until", ">", from)
    .where("w.wanted_until", ">", now)
    .where((e) => e.or([e("b.id", "is", null), e("b.state", "=", "held")]))
    .$if(after !== undefined, (query) => query.where(sql<boolean>`(w.asked_at, w.id) > (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`))
    .orderBy("w.asked_at")
    .orderBy("w.id")
    .limit(limit + 1)
    .execute();
}

type LineWindow = {
  spaceId: string;
  from: Temporal.Instant;
  until: Temporal.Instant;
  now: Temporal.Instant;
  limit: number;
  after?: [askedAt: string, id: string] | undefined;
};

/** How many stand before somebody for time that overlaps what they want, by the ids of those who wait. */
export async function placesInLine(db: Db, rows: WaitRow[]): Promise<Map<string, number>> {
  if (rows.length === 0) return new Map();
  const { rows: counted } = await sql<{ id: string; before: number }>`
    select w.id, (select count(*) from booking_waits o left join bookings b on b.space_id = o.space_id and b.id = o.id
      where o.space_id = w.space_id and o.resource_id = w.resource_id and o.left_at is null and b.id is null
        and o.wanted_from < w.wanted_until and o.wanted_until > w.wanted_from
        and (o.asked_at, o.id) < (w.asked_at, w.id))::integer as before
    from booking_waits w join unnest(${rows.map(({ space_id }) => space_id)}::uuid[], ${rows.map(({ id }) => id)}::uuid[]) k(space_id, id)
      on w.space_id = k.space_id and w.id = k.id`.execute(db);
  return new Map(counted.map(({ id, before }) => [id, before + 1]));
}

type Leaving = { spaceId: string; id: string; at: Temporal.Instant; by?: string; because?: string };

/** Takes somebody off a list; by whom and why, when it was not by oneself. @returns whether they stood on it */
export async function leaveLine(tx: Db, { spaceId, id, at, by, because }: Leaving): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("booking_waits")
    .set({ left_at: at, left_by: by ?? null, left_because: because ?? null })
    .where("space_id", "=", spaceId)
    .where("id", "=", id)
    .where("left_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Where a resource is, and by which steps it is booked. */
export function placeToWait(db: Db, resourceId: string) {
  return db
    .selectFrom("resources as r")
    .innerJoin("spaces as s", "s.id", "r.space_id")
    .select(["s.id as spaceId", "s.organization_id as hostId", "r.step_minutes as stepMinutes"])
    .where("r.id", "=", resourceId)
    .executeTakeFirst();
}
