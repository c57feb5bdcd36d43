import { sql } from "kysely";
import type { Db, Tx } from "../../platform/database/database.ts";
import type { LineKind, OrderState, Priority } from "./order.ts";

/** Orders with their lab and customer. Filter and order them further. */
export function orders(db: Db) {
  return db
    .selectFrom("production_orders as o")
    .innerJoin("spaces as s", "s.id", "o.space_id")
    .innerJoin("people as p", "p.id", "o.customer_id")
    .leftJoin("organizations as payer", "payer.id", "o.organization_id")
    .leftJoin("register_entries as v", "v.organization_id", "s.organization_id")
    .select([
      "o.id",
      "o.space_id",
      "o.customer_id",
      "o.organization_id",
      "o.title",
      "o.description",
      "o.material",
      "o.quantity",
      "o.state_since",
      "o.quoted_ore",
    ])
    .select([
      "o.quoted_vat_percent",
      "o.quoted_seller_vat_registered",
      "o.photos_allowed",
      "o.created_at",
      "o.version",
      "p.name as customer_name",
      "payer.name as payer_name",
      "payer.slug as payer_slug",
    ])
    .select(["s.slug as space_slug", "s.name as space_name", "s.time_zone", "s.organization_id as host_id", "v.vat_registered"])
    .select(sql<string | null>`o.wanted_by::text`.as("wanted_by"))
    .select(sql<OrderState>`o.state`.as("state"))
    .select(sql<Priority>`o.priority`.as("priority"));
}

export type OrderRow = NonNullable<Awaited<ReturnType<typeof findOrder>>>;

export function findOrder(db: Db, id: string) {
  return orders(db).where("o.id", "=", id).executeTakeFirst();
}

/** The order, kept from others until the transaction ends. */
export async function lockOrder(tx: Tx, id: string): Promise<OrderRow | undefined> {
  const row = await findOrder(tx, id);
  if (!row) return undefined;
  await sql`select 1 from production_orders where space_id = ${row.space_id} and id = ${id} for update`.execute(tx);
  return await findOrder(tx, id);
}

type Slice = { limit: number; after?: [at: string, id: string] | undefined };

/** What a lab has been asked for, or one state of it, the newest change first; one more than asked for. */
export function ordersOfLab(db: Db, spaceId: string, state: OrderState | undefined, { limit, after }: Slice) {
  return orders(db)
    .where("o.space_id", "=", spaceId)
    .where("o.state", "<>", "draft")
    .$if(state !== undefined, (query) => query.where("o.state", "=", state ?? ""))
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(o.state_since, o.id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`),
    )
    .orderBy("o.state_since", "desc")
    .orderBy("o.id", "desc")
    .limit(limit + 1)
    .execute();
}

/** A person's own orders, the newest first. */
export function ordersOfPerson(db: Db, personId: string, { limit, after }: Slice) {
  return orders(db)
    .where("o.customer_id", "=", personId)
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(o.created_at, o.id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`),
    )
    .orderBy("o.created_at", "desc")
    .orderBy("o.id", "desc")
    .limit(limit + 1)
    .execute();
}

/** What has been ordered for companies by others than this person, what changed last first. */
export function ordersOfCompanies(db: Db, companyIds: readonly string[], personId: string, { limit, after }: Slice) {
  return orders(db)
    .where(sql<boolean>`o.organization_id = any(${companyIds}::uuid[])`)
    .where("o.customer_id", "<>", personId)
    .where("o.state", "<>", "draft")
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(o.state_since, o.id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`),
    )
    .orderBy("o.state_since", "desc")
    .orderBy("o.id", "desc")
    .limit(limit + 1)
    .execute();
}

type Key = { space_id: string; id: string };

/** Everything that hangs on an order, each in the order it came. */
export async function partsOf(db: Db, { space_id, id }: Key) {
  const [files, messages, lines, history] = await Promise.all([
    filesOf(db, { space_id, id }),
    db
      .selectFrom("production_order_messages as m")
      .leftJoin("people as p", "p.id", "m.written_by")
      .select(["m.id", "m.written_at", "m.written_by", "m.text", "p.name as by"])
      .where("m.space_id", "=", space_id)
      .where("m.order_id", "=", id)
      .orderBy("m.written_at")
      .orderBy("m.id")
      .execute(),
    linesOf(db, { space_id, id }),
    db
      .selectFrom("production_order_changes as c")
      .leftJoin("people as p", "p.id", "c.changed_by")
      .select([sql<OrderState>`c.to_state`.as("state"), "c.changed_at", "c.reason", "p.name as by"])
      .where("c.space_id", "=", space_id)
      .where("c.order_id", "=", id)
      .orderBy("c.changed_at")
      .orderBy("c.id")
      .execute(),
  ]);
  return { files, messages, lines, history };
}

export type OrderParts = Awaited<ReturnType<typeof partsOf>>;

export function linesOf(db: Db, { space_id, id }: Key) {
  return db
    .selectFrom("production_order_lines as l")
    .leftJoin("people as p", "p.id", "l.staff_id")
    .leftJoin("consumables as m", "m.id", "l.consumable_id")
    .leftJoin("bookings as b", (join) => join.onRef("b.space_id", "=", "l.space_id").onRef("b.id", "=", "l.booking_id"))
    .select(["l.id", "l.text", "l.amount_ore", "l.booking_id", "l.consumable_id", "l.consumed", "l.owed_ore", "l.used", "p.name as staff"])
    .select(["m.name as consumable", "m.unit", "b.starts_at", "b.ends_at", "b.state as booking_state"])
    .select(sql<LineKind>`l.kind`.as("kind"))
    .where("l.space_id", "=", space_id)
    .where("l.order_id", "=", id)
    .orderBy("l.added_at")
    .orderBy("l.id")
    .execute();
}

export function filesOf(db: Db, { space_id, id }: Key) {
  return db
    .selectFrom("production_order_files")
    .selectAll()
    .where("space_id", "=", space_id)
    .where("order_id", "=", id)
    .orderBy("added_at")
    .orderBy("id")
    .execute();
}

/** Whether a house has machines, and so makes things for others. */
export async function makesThings(db: Db, spaceId: string): Promise<boolean> {
  const machine = await db
    .selectFrom("resources")
    .select("id")
    .where("space_id", "=", spaceId)
    .where("kind", "=", "machine")
    .where(sql<boolean>`upper_inf(in_use)`)
    .limit(1)
    .executeTakeFirst();
  return machine !== undefined;
}
