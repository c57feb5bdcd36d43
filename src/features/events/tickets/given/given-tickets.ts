import { sql } from "kysely";
import type { Db } from "../../../../platform/database/database.ts";
import type { Texts } from "../../../../platform/database/schema.ts";

export type GivenTicketRow = Awaited<ReturnType<typeof ticketsGivenTo>>[number];

/** Valid tickets of events to come that others gave somebody, the next first; one more than asked for, if there is one. */
export function ticketsGivenTo(
  db: Db,
  given: { personId: string; email: string; at: Temporal.Instant; limit: number; after?: [string, string] | undefined },
) {
  const { personId, email, at, limit, after } = given;
  return db
    .selectFrom("tickets as k")
    .innerJoin("registrations as r", (join) => join.onRef("r.event_id", "=", "k.event_id").onRef("r.id", "=", "k.registration_id"))
    .innerJoin("events as e", "e.id", "k.event_id")
    .innerJoin("ticket_types as t", "t.id", "k.ticket_type_id")
    .leftJoin("organizations as o", "o.id", "r.organization_id")
    .select(["k.id", "k.event_id as eventId", "k.code", "k.holder_name as holderName", "t.name as kind", "o.name as organization"])
    .select(["e.slug", sql<Texts>`e.titles`.as("titles"), "e.starts_at", "e.ends_at", "e.time_zone"])
    .where("k.holder_email", "=", email)
    .where("k.is_cancelled", "=", false)
    .where("r.state", "=", "confirmed")
    .where("r.person_id", "<>", personId)
    .where("e.status", "=", "published")
    .where("e.ends_at", ">", at)
    .$if(after !== undefined, (query) => query.where(sql<boolean>`(e.starts_at, k.id) > (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`))
    .orderBy("e.starts_at")
    .orderBy("k.id")
    .limit(limit + 1)
    .execute();
}
