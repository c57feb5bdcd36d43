import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { Texts } from "../../../platform/database/schema.ts";
import type { SignUpOutcome } from "./shapes.ts";

/** Courses with their time, place and teacher. Filter and order them further. */
export function inductions(db: Db) {
  return db
    .selectFrom("inductions as i")
    .innerJoin("bookings as b", (join) => join.onRef("b.space_id", "=", "i.space_id").onRef("b.id", "=", "i.booking_id"))
    .innerJoin("resources as r", "r.id", "b.resource_id")
    .innerJoin("spaces as s", "s.id", "i.space_id")
    .innerJoin("certifications as c", "c.id", "i.certification_id")
    .innerJoin("people as p", "p.id", "i.instructor_id")
    .select([
      "i.id",
      "i.space_id",
      "i.booking_id",
      "i.certification_id",
      "i.level",
      "i.places",
      "i.taken",
      "i.note",
      "i.instructor_id",
      "p.name as instructor",
    ])
    .select(["b.starts_at", "b.ends_at", "b.resource_id", "r.name as resource_name"])
    .select(["s.slug as space_slug", "s.name as space_name", "s.time_zone", "s.organization_id as host_id"])
    .select(sql<boolean>`b.state = 'cancelled'`.as("is_cancelled"))
    .select(sql<Texts>`c.names`.as("certification_names"));
}

export type InductionRow = NonNullable<Awaited<ReturnType<typeof findInduction>>>;

export function findInduction(db: Db, id: string) {
  return inductions(db).where("i.id", "=", id).executeTakeFirst();
}

/** The course that takes the time of a booking, if one does. */
export function inductionOfBooking(db: Db, bookingId: string) {
  return inductions(db).where("i.booking_id", "=", bookingId).executeTakeFirst();
}

type Slice = { from: Temporal.Instant; limit: number; after?: [startsAt: string, id: string] | undefined };

/** Courses of a house that are not over at a moment and not cancelled, soonest first; one more than asked for. */
export function inductionsOf(db: Db, spaceId: string, { from, limit, after }: Slice) {
  return inductions(db)
    .where("i.space_id", "=", spaceId)
    .where("b.state", "<>", "cancelled")
    .where("b.ends_at", ">", from)
    .$if(after !== undefined, (query) => query.where(sql<boolean>`(b.starts_at, i.id) > (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`))
    .orderBy("b.starts_at")
    .orderBy("i.id")
    .limit(limit + 1)
    .execute();
}

/** Courses of a house that begin between two moments and are not cancelled. */
export function inductionsBetween(db: Db, spaceId: string, from: Temporal.Instant, until: Temporal.Instant) {
  return inductions(db)
    .where("i.space_id", "=", spaceId)
    .where("b.state", "<>", "cancelled")
    .where("b.starts_at", ">=", from)
    .where("b.starts_at", "<", until)
    .orderBy("b.starts_at")
    .execute();
}

/** Who is signed up for these courses, in the order they came. */
export async function signUpsOf(db: Db, spaceId: string, inductionIds: readonly string[]) {
  if (inductionIds.length === 0) return [];
  return await db
    .selectFrom("induction_sign_ups as u")
    .innerJoin("people as p", "p.id", "u.person_id")
    .select(["u.induction_id", "u.person_id", "p.name", "u.signed_up_at", sql<SignUpOutcome | null>`u.outcome`.as("outcome")])
    .where("u.space_id", "=", spaceId)
    .where("u.induction_id", "in", inductionIds)
    .orderBy("u.signed_up_at")
    .orderBy("u.person_id")
    .execute();
}

export type SignUpRow = Awaited<ReturnType<typeof signUpsOf>>[number];
