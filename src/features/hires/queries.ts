import { sql } from "kysely";
import type { Db, Tx } from "../../platform/database/database.ts";
import type { Texts } from "../../platform/database/schema.ts";
import type { Language } from "../../platform/language/language.ts";
import type { Supply } from "../plans/index.ts";
import type { HireState, SetUp } from "./hire.ts";
import type { LineKind } from "./price.ts";

/** Hires with their house, and what the register says of who runs it. Filter and order them further. */
export function hires(db: Db) {
  return db
    .selectFrom("hires as h")
    .innerJoin("spaces as s", "s.id", "h.space_id")
    .leftJoin("register_entries as v", "v.organization_id", "s.organization_id")
    .selectAll("h")
    .select([
      sql<HireState>`h.state`.as("state"),
      sql<SetUp>`h.set_up`.as("set_up"),
      sql<Language>`h.locale`.as("locale"),
      "s.slug as space_slug",
      "s.name as space_name",
      "s.time_zone",
      "s.organization_id as host_id",
      "v.vat_registered",
    ]);
}

export type HireRow = NonNullable<Awaited<ReturnType<typeof findHire>>>;

export function findHire(db: Db, id: string) {
  return hires(db).where("h.id", "=", id).executeTakeFirst();
}

/** The hire, kept from others until the transaction ends. */
export async function lockHire(tx: Tx, { space_id, id }: Pick<HireRow, "space_id" | "id">): Promise<HireRow | undefined> {
  await sql`select 1 from hires where space_id = ${space_id} and id = ${id} for update`.execute(tx);
  return await hires(tx).where("h.space_id", "=", space_id).where("h.id", "=", id).executeTakeFirst();
}

type Slice = { limit: number; after?: [at: string, id: string] | undefined };

/** What a house has been asked for, the newest change first; one more than asked for. What is not proven is nobody's yet. */
export function hiresOfSpace(db: Db, spaceId: string, state: HireState | undefined, { limit, after }: Slice) {
  return hires(db)
    .where("h.space_id", "=", spaceId)
    .where("h.state", "<>", "unproven")
    .$if(state !== undefined, (query) => query.where("h.state", "=", state ?? ""))
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(h.state_since, h.id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`),
    )
    .orderBy("h.state_since", "desc")
    .orderBy("h.id", "desc")
    .limit(limit + 1)
    .execute();
}

type Key = Pick<HireRow, "space_id" | "id">;

/** The rooms of hires of one house, with the bookings that hold their time. */
export function roomsOf(db: Db, spaceId: string, hireIds: readonly string[]) {
  return db
    .selectFrom("hire_times as t")
    .innerJoin("resources as r", "r.id", "t.resource_id")
    .select(["t.hire_id", "t.resource_id", "t.booking_id", "r.name", "r.capacity"])
    .where("t.space_id", "=", spaceId)
    .where("t.hire_id", "in", [...hireIds])
    .orderBy("r.place_in_order")
    .orderBy(sql`r.name collate norwegian`)
    .execute();
}

/** The bookings of a hire that still hold time. */
export async function standingBookings(db: Db, { space_id, id }: Key): Promise<string[]> {
  const rows = await db
    .selectFrom("hire_times as t")
    .innerJoin("bookings as b", (join) => join.onRef("b.space_id", "=", "t.space_id").onRef("b.id", "=", "t.booking_id"))
    .select("b.id")
    .where("t.space_id", "=", space_id)
    .where("t.hire_id", "=", id)
    .where("b.state", "<>", "cancelled")
    .orderBy("b.id")
    .execute();
  return rows.map((row) => row.id);
}

export function linesOf(db: Db, { space_id, id }: Key) {
  return db
    .selectFrom("hire_lines")
    .select(["number", "text", "quantity", "unit_ore as unitOre", "amount_ore as amountOre", "vat_percent as vatPercent"])
    .select([sql<LineKind>`kind`.as("kind"), sql<Supply>`supply`.as("supply")])
    .where("space_id", "=", space_id)
    .where("hire_id", "=", id)
    .orderBy("number")
    .execute();
}

/** Everything that hangs on a hire. */
export async function partsOf(db: Db, row: HireRow) {
  const { space_id, id } = row;
  const [rooms, lines, wishes, messages, history] = await Promise.all([
    roomsOf(db, space_id, [id]),
    linesOf(db, row),
    db
      .selectFrom("hire_wishes as w")
      .innerJoin("hire_extras as e", "e.id", "w.extra_id")
      .select(["w.extra_id", "w.quantity", "e.names", "e.unit"])
      .where("w.space_id", "=", space_id)
      .where("w.hire_id", "=", id)
      .orderBy("e.added_at")
      .orderBy("e.id")
      .execute(),
    db
      .selectFrom("hire_messages as m")
      .leftJoin("people as p", "p.id", "m.written_by")
      .select(["m.id", "m.written_at", "m.written_by", "m.text", "p.name as by"])
      .where("m.space_id", "=", space_id)
      .where("m.hire_id", "=", id)
      .orderBy("m.written_at")
      .orderBy("m.id")
      .execute(),
    db
      .selectFrom("hire_changes as c")
      .leftJoin("people as p", "p.id", "c.changed_by")
      .select(["c.changed_at", "c.reason", "c.moved_from", "p.name as by", sql<HireState>`c.to_state`.as("state")])
      .where("c.space_id", "=", space_id)
      .where("c.hire_id", "=", id)
      .orderBy("c.changed_at")
      .orderBy("c.id")
      .execute(),
  ]);
  const terms = await Promise.all([termsOf(db, space_id, row.accepted_terms ?? undefined), termsOf(db, space_id)]);
  return { rooms, lines, wishes, messages, history, terms: row.accepted_terms === null ? terms[1] : terms[0] };
}

export type HireParts = Awaited<ReturnType<typeof partsOf>>;

/** A version of a house's conditions of hire; the newest unless told which. */
export function termsOf(db: Db, spaceId: string, version?: number) {
  return db
    .selectFrom("hire_terms")
    .selectAll()
    .where("space_id", "=", spaceId)
    .$if(version !== undefined, (query) => query.where("version", "=", version ?? 0))
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
}

/** The house with this id or slug, and what the register says of who runs it. */
export function houseForHire(db: Db, spaceId: string) {
  return db
    .selectFrom("spaces as s")
    .leftJoin("register_entries as v", "v.organization_id", "s.organization_id")
    .select(["s.id", "s.slug", "s.name", "s.time_zone", "s.organization_id as host_id", "v.vat_registered"])
    .where("s.id", "=", spaceId)
    .executeTakeFirstOrThrow();
}

/** The extras a house offers now. */
export function extrasOf(db: Db, spaceId: string) {
  return db
    .selectFrom("hire_extras")
    .selectAll()
    .where("space_id", "=", spaceId)
    .where("withdrawn_at", "is", null)
    .orderBy("added_at")
    .orderBy("id")
    .execute();
}

export type ExtraRow = { id: string; names: Texts; unit: string; price_ore: number; vat_percent: number };

/** Requests and agreements for the same rooms, or rooms around or inside them, that overlap in time with this one. */
export async function rivalsOf(db: Db, { space_id, id, starts_at, ends_at }: HireRow) {
  return db
    .selectFrom("hires as h")
    .select(["h.id", "h.purpose", "h.starts_at", "h.ends_at", sql<HireState>`h.state`.as("state")])
    .where("h.space_id", "=", space_id)
    .where("h.id", "<>", id)
    .where("h.state", "in", ["asked", "quoted", "accepted"])
    .where("h.starts_at", "<", ends_at)
    .where("h.ends_at", ">", starts_at)
    .orderBy("h.created_at")
    .limit(20)
    .execute();
}

/** Hires time itself does something to: quotes that ran out, requests whose time came unanswered, agreements that are over. */
export function dueHires(db: Db, now: Temporal.Instant) {
  return db
    .selectFrom("hires")
    .select(["space_id", "id"])
    .where((where) =>
      where.or([
        where.and([where("state", "=", "quoted"), where("quoted_until", "<=", now)]),
        where.and([where("state", "=", "asked"), where("starts_at", "<=", now)]),
        where.and([where("state", "=", "accepted"), where("ends_at", "<=", now)]),
      ]),
    )
    .orderBy("state_since")
    .limit(200)
    .execute();
}
