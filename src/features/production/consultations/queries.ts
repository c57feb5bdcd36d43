import { sql } from "kysely";
import type { Db, Tx } from "../../../platform/database/database.ts";
import type { Day } from "../../../platform/time/day.ts";

/** Weekly times with their lab and who helps. Filter and order them further. */
function consultations(db: Db) {
  return db
    .selectFrom("consultations as c")
    .innerJoin("spaces as s", "s.id", "c.space_id")
    .leftJoin("people as p", "p.id", "c.staff_id")
    .select(["c.id", "c.space_id", "c.weekday", "c.slot_minutes", "c.places", "c.staff_id", "c.note", "c.valid_from", "c.valid_until"])
    .select([sql<string>`to_char(c.opens, 'HH24:MI')`.as("opens"), sql<string>`to_char(c.closes, 'HH24:MI')`.as("closes")])
    .select(["p.name as staff", "s.slug as space_slug", "s.name as space_name", "s.time_zone", "s.organization_id as host_id"]);
}

export type ConsultationRow = NonNullable<Awaited<ReturnType<typeof findConsultation>>>;

export function findConsultation(db: Db, id: string) {
  return consultations(db).where("c.id", "=", id).executeTakeFirst();
}

/** The weekly time, kept from others until the transaction ends: who come at once for one slot are let in one by one. */
export async function lockConsultation(tx: Tx, id: string): Promise<ConsultationRow | undefined> {
  const row = await findConsultation(tx, id);
  if (!row) return undefined;
  await sql`select 1 from consultations where space_id = ${row.space_id} and id = ${id} for update`.execute(tx);
  return await findConsultation(tx, id);
}

/** The weekly times of a lab that are not over on a day, as the week goes. */
export function consultationsOf(db: Db, spaceId: string, since: Day) {
  return consultations(db)
    .where("c.space_id", "=", spaceId)
    .where((where) => where.or([where("c.valid_until", "is", null), where("c.valid_until", ">", since)]))
    .orderBy("c.weekday")
    .orderBy("c.opens")
    .orderBy("c.id")
    .execute();
}

/** The days that are taken out of the weekly times of a lab, from a day on. */
export async function exceptionsOf(db: Db, spaceId: string, since: Day) {
  return await db
    .selectFrom("consultation_exceptions")
    .select(["consultation_id", "day", "reason"])
    .where("space_id", "=", spaceId)
    .where("day", ">=", since)
    .orderBy("day")
    .execute();
}

/** Slots that were taken, by whom and for what. Filter and order them further. */
function appointments(db: Db) {
  return db
    .selectFrom("appointments as a")
    .innerJoin("consultations as c", (join) => join.onRef("c.space_id", "=", "a.space_id").onRef("c.id", "=", "a.consultation_id"))
    .innerJoin("spaces as s", "s.id", "a.space_id")
    .innerJoin("people as p", "p.id", "a.person_id")
    .leftJoin("people as h", "h.id", "c.staff_id")
    .leftJoin("production_orders as o", (join) => join.onRef("o.space_id", "=", "a.space_id").onRef("o.id", "=", "a.order_id"))
    .select(["a.id", "a.space_id", "a.consultation_id", "a.starts_at", "a.ends_at", "a.place", "a.person_id", "a.about", "a.order_id"])
    .select(["a.booked_at", "a.cancelled_at", "a.reason", "p.name as person", "h.name as staff", "c.staff_id", "c.note"])
    .select(["o.title as order_title", "s.slug as space_slug", "s.name as space_name", "s.time_zone", "s.address"])
    .select(["s.organization_id as host_id"]);
}

export type AppointmentRow = NonNullable<Awaited<ReturnType<typeof findAppointment>>>;

export function findAppointment(db: Db, id: string) {
  return appointments(db).where("a.id", "=", id).executeTakeFirst();
}

/** Who has which slot of a lab between two moments; those given up are left out. */
export function appointmentsOf(db: Db, spaceId: string, from: Temporal.Instant, until: Temporal.Instant) {
  return appointments(db)
    .where("a.space_id", "=", spaceId)
    .where("a.starts_at", ">=", from)
    .where("a.starts_at", "<", until)
    .where("a.cancelled_at", "is", null)
    .orderBy("a.starts_at")
    .orderBy("a.place")
    .execute();
}

/** Who has slots of one weekly time from a moment on, or until another. */
export function appointmentsFrom(db: Db, { space_id, id }: ConsultationRow, from: Temporal.Instant, until?: Temporal.Instant) {
  return appointments(db)
    .where("a.space_id", "=", space_id)
    .where("a.consultation_id", "=", id)
    .where("a.starts_at", ">=", from)
    .$if(until !== undefined, (query) => query.where("a.starts_at", "<", until ?? from))
    .where("a.cancelled_at", "is", null)
    .orderBy("a.starts_at")
    .execute();
}

/** The slots a person has, from a moment on. */
export function appointmentsOfPerson(db: Db, personId: string, since: Temporal.Instant) {
  return appointments(db)
    .where("a.person_id", "=", personId)
    .where("a.ends_at", ">", since)
    .where("a.cancelled_at", "is", null)
    .orderBy("a.starts_at")
    .orderBy("a.id")
    .execute();
}
