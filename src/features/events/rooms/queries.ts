import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";

/** The rooms of a journey in order, each with its beds. */
export function roomsOf(db: Db, eventId: string) {
  return db
    .selectFrom("event_rooms as m")
    .select(["m.id", "m.place", "m.name", "m.beds"])
    .select(
      sql<string[]>`array(select b.ticket_id from event_beds b where b.event_id = m.event_id and b.room_id = m.id order by b.bed)`.as(
        "ticket_ids",
      ),
    )
    .where("m.event_id", "=", eventId)
    .orderBy(sql`m.place collate norwegian`)
    .orderBy(sql`m.name collate norwegian`)
    .orderBy("m.id")
    .execute();
}

/** Who comes along, in order of names: for the one that leads the journey. */
export function travellersOf(db: Db, eventId: string) {
  return db
    .selectFrom("tickets as k")
    .innerJoin("registrations as r", (join) => join.onRef("r.event_id", "=", "k.event_id").onRef("r.id", "=", "k.registration_id"))
    .innerJoin("ticket_types as t", "t.id", "k.ticket_type_id")
    .innerJoin("people as p", "p.id", "r.person_id")
    .leftJoin("organizations as o", "o.id", "r.organization_id")
    .select(["k.id", "k.holder_name", "p.name as registered_by", "t.name as kind", "o.name as organization"])
    .select(sql<string | null>`coalesce(k.holder_email, case when k.holder_name = p.name then p.email end)`.as("email"))
    .where("k.event_id", "=", eventId)
    .where("r.state", "=", "confirmed")
    .where("k.is_cancelled", "=", false)
    .orderBy(sql`coalesce(k.holder_name, p.name) collate norwegian`)
    .orderBy("k.id")
    .execute();
}
