import { type SqlBool, sql } from "kysely";
import type { Db, Tx } from "../../../platform/database/database.ts";
import type { Texts } from "../../../platform/database/schema.ts";
import type { RegistrationState } from "../event.ts";
import { isUnsettled } from "./doubles/queries.ts";

/** Tickets with their event, kind and registration. Filter it further. */
function tickets(db: Db) {
  return db
    .selectFrom("tickets as k")
    .innerJoin("registrations as r", (join) => join.onRef("r.event_id", "=", "k.event_id").onRef("r.id", "=", "k.registration_id"))
    .innerJoin("events as e", "e.id", "k.event_id")
    .innerJoin("ticket_types as t", "t.id", "k.ticket_type_id")
    .leftJoin("organizations as o", "o.id", "r.organization_id")
    .select(["k.id", "k.event_id", "k.registration_id", "k.code", "k.holder_name", "k.holder_email", "k.checked_in_at", "k.left_at"])
    .select(["k.is_cancelled", "r.person_id", sql<RegistrationState>`r.state`.as("state"), "t.name as kind", "o.name as organization_name"])
    .select(["e.starts_at", "e.ends_at", "e.time_zone", sql<Texts>`e.titles`.as("titles")])
    .select(sql<string[]>`array(select h.organization_id from event_hosts h where h.event_id = e.id)`.as("host_ids"));
}

export type TicketRow = NonNullable<Awaited<ReturnType<typeof findTicket>>>;

export function findTicket(db: Db, id: string) {
  return tickets(db).where("k.id", "=", id).executeTakeFirst();
}

/** Keeps others from scanning or giving back a ticket until the transaction ends, and reads how it stands. */
export function lockTicket(tx: Tx, { event_id, id }: Pick<TicketRow, "event_id" | "id">) {
  return tx
    .selectFrom("tickets as k")
    .innerJoin("registrations as r", (join) => join.onRef("r.event_id", "=", "k.event_id").onRef("r.id", "=", "k.registration_id"))
    .innerJoin("people as p", "p.id", "r.person_id")
    .select(["k.is_cancelled", "k.checked_in_at", "k.left_at", "k.holder_name", "k.holder_email", "k.holder_id", "r.state"])
    .select(["r.person_id", "r.organization_id", "p.name as registered_by", "p.locale"])
    .where("k.event_id", "=", event_id)
    .where("k.id", "=", id)
    .forUpdate("k")
    .executeTakeFirstOrThrow();
}

export interface ArrivalSearch {
  /** Part of a name or of a company's, or a code. */
  text?: string | undefined;
  limit?: number | undefined;
  /** Only tickets that were scanned while somebody was in on them, and nobody has said what it was. */
  scannedTwice?: boolean | undefined;
  /** Only tickets that were scanned since then. */
  since?: Temporal.Instant | undefined;
}

/** Who may come in at an event, in order of their names: for a phone at the door, so no more than it needs. */
export async function arrivalsOf(db: Db, eventId: string, { text = "", limit, scannedTwice = false, since }: ArrivalSearch) {
  const code = text.replace(/[\s-]/g, "").toUpperCase();
  return tickets(db)
    .clearSelect()
    .leftJoin("people as p", "p.id", "r.person_id")
    .select(["k.id", "k.code", "k.holder_name", "k.checked_in_at", "k.left_at", "k.ticket_type_id"])
    .select(["t.name as kind", "o.name as organization_name"])
    .select("p.name as registered_by")
    .where("k.event_id", "=", eventId)
    .where("r.state", "=", "confirmed")
    .where("k.is_cancelled", "=", false)
    .$if(text !== "", (query) =>
      query.where(
        sql<SqlBool>`(position(lower(${text}::text) in lower(coalesce(k.holder_name, '') || ' ' || coalesce(o.name, '') || ' ' || coalesce(p.name, ''))) > 0 or k.code = ${code})`,
      ),
    )
    .$if(scannedTwice, (query) =>
      query.where(
        sql<SqlBool>`exists (select from ticket_scans s where s.event_id = k.event_id and s.ticket_id = k.id and s.kind = 'check_in' and not s.counted
          and ${isUnsettled("s")})`,
      ),
    )
    .$if(since !== undefined, (query) =>
      query.where(
        sql<SqlBool>`k.id in (select s.ticket_id from ticket_scans s where s.event_id = ${eventId}::uuid and s.received_at >= ${since}::timestamptz)`,
      ),
    )
    .orderBy(sql`coalesce(k.holder_name, o.name, p.name) collate norwegian`)
    .orderBy("k.id")
    .$if(limit !== undefined, (query) => query.limit(limit ?? 1))
    .execute();
}

/** How many tickets are valid, and on how many somebody is inside now. */
export function presenceOf(db: Db, eventId: string) {
  return db
    .selectFrom("tickets as k")
    .innerJoin("registrations as r", (join) => join.onRef("r.event_id", "=", "k.event_id").onRef("r.id", "=", "k.registration_id"))
    .select(sql<number>`count(*)::integer`.as("total"))
    .select(sql<number>`(count(*) filter (where k.checked_in_at is not null and k.left_at is null))::integer`.as("inside"))
    .where("k.event_id", "=", eventId)
    .where("r.state", "=", "confirmed")
    .where("k.is_cancelled", "=", false)
    .executeTakeFirstOrThrow();
}

/** Every scan of the tickets that were seen again while somebody was in on them, as long as nobody has settled it; the earliest first. */
export function doubleScansOf(db: Db, eventId: string) {
  return db
    .selectFrom("ticket_scans as s")
    .select(["s.ticket_id", "s.scanned_at", "s.door", "s.counted"])
    .where("s.event_id", "=", eventId)
    .where("s.kind", "=", "check_in")
    .where(
      sql<SqlBool>`s.ticket_id in (select d.ticket_id from ticket_scans d where d.event_id = ${eventId}::uuid and d.kind = 'check_in' and not d.counted
        and ${isUnsettled("d")})`,
    )
    .orderBy("s.scanned_at")
    .orderBy("s.nonce")
    .execute();
}

/** The ticket a scan was of, when it has been seen before. */
export async function ticketOfScan(db: Db, eventId: string, nonce: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("ticket_scans")
    .select("ticket_id")
    .where("event_id", "=", eventId)
    .where("nonce", "=", nonce)
    .executeTakeFirst();
  return row?.ticket_id;
}

/** The check-ins of one ticket, the earliest first. */
export function scansOf(db: Db, { event_id, id }: Pick<TicketRow, "event_id" | "id">) {
  return db
    .selectFrom("ticket_scans")
    .select(["scanned_at", "door", "counted", "nonce"])
    .where("event_id", "=", event_id)
    .where("ticket_id", "=", id)
    .where("kind", "=", "check_in")
    .orderBy("scanned_at")
    .orderBy("nonce")
    .execute();
}
