import { sql } from "kysely";
import { lockNumber } from "../../platform/claims/decided-together.ts";
import type { Db, Tx } from "../../platform/database/database.ts";
import type { Day } from "../../platform/time/day.ts";
import { daysOfRange } from "../spaces/index.ts";
import type { Rhythm } from "./period.ts";
import type { ForWhom, PlanPeriod, Supply } from "./plan.ts";

/** Plans of a space, in the order its managers chose. */
export function plansOf(db: Db, spaceId: string) {
  return plans(db).where("p.space_id", "=", spaceId).orderBy("p.place_in_order").orderBy("p.id").execute();
}

export function findPlan(db: Db, id: string) {
  return plans(db).where("p.id", "=", id).executeTakeFirst();
}

function plans(db: Db) {
  return db
    .selectFrom("plans as p")
    .innerJoin("spaces as h", "h.id", "p.space_id")
    .selectAll("p")
    .select([
      sql<PlanPeriod>`p.period`.as("period"),
      sql<ForWhom>`p.for_whom`.as("for_whom"),
      sql<Supply>`p.supply`.as("supply"),
      "h.slug as space_slug",
      "h.organization_id as host_id",
      "h.time_zone",
    ]);
}

export type PlanRow = NonNullable<Awaited<ReturnType<typeof findPlan>>>;

/** Subscriptions with their plan, house and holder. Filter and order it further. */
export function subscriptions(db: Db) {
  return db
    .selectFrom("subscriptions as s")
    .innerJoin("plans as p", "p.id", "s.plan_id")
    .innerJoin("spaces as h", "h.id", "s.space_id")
    .leftJoin("people as who", "who.id", "s.person_id")
    .leftJoin("organizations as company", "company.id", "s.organization_id")
    .leftJoin("register_entries as v", "v.organization_id", "h.organization_id")
    .selectAll("s")
    .select([
      "p.names as plan_names",
      sql<PlanPeriod>`p.period`.as("period"),
      sql<Supply>`p.supply`.as("supply"),
      "p.valid_days",
      "p.price_ore",
      "p.notice_days",
      "p.included_days",
      "p.included_room_minutes",
      "p.included_machine_minutes",
      "h.slug as space_slug",
      "h.name as space_name",
      "h.organization_id as host_id",
      "h.time_zone",
      "who.name as person_name",
      "company.name as organization_name",
      "company.slug as organization_slug",
      "v.vat_registered",
    ]);
}

export function findSubscription(db: Db, id: string) {
  return subscriptions(db).where("s.id", "=", id).executeTakeFirst();
}

export type SubscriptionRow = NonNullable<Awaited<ReturnType<typeof findSubscription>>>;

/** Those of a house that are not over, and those to come, by name of the holder. */
export function subscriptionsOf(db: Db, spaceId: string, today: Day, limit: number, after?: [name: string, id: string]) {
  const name = sql<string>`coalesce(who.name, company.name)`;
  return subscriptions(db)
    .where("s.space_id", "=", spaceId)
    .where(sql<boolean>`coalesce(upper(s.during), 'infinity') > ${today}::date`)
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(${name} collate norwegian, s.id) > (${after?.[0]} collate norwegian, ${after?.[1]}::uuid)`),
    )
    .orderBy(sql`${name} collate norwegian`)
    .orderBy("s.id")
    .limit(limit + 1)
    .execute();
}

/** Subscriptions to a plan that have no end, those that began first before others. */
export async function runningIds(db: Db, spaceId: string, planId: string): Promise<string[]> {
  const rows = await db
    .selectFrom("subscriptions")
    .select("id")
    .where("space_id", "=", spaceId)
    .where("plan_id", "=", planId)
    .where(sql<boolean>`upper_inf(during)`)
    .orderBy(sql`lower(during)`)
    .orderBy("id")
    .execute();
  return rows.map(({ id }) => id);
}

/** When the periods of a subscription begin. */
export function rhythmOf(row: Pick<SubscriptionRow, "during" | "period" | "valid_days">): Rhythm {
  return { startsOn: daysOfRange(row.during).from ?? "", period: row.period, validDays: row.valid_days };
}

/** Keeps a subscription from other changes until the transaction ends. */
export async function lockSubscription(tx: Tx, row: { space_id: string; id: string }): Promise<SubscriptionRow | undefined> {
  await tx.selectFrom("subscriptions").select("id").where("space_id", "=", row.space_id).where("id", "=", row.id).forUpdate().execute();
  return subscriptions(tx).where("s.space_id", "=", row.space_id).where("s.id", "=", row.id).executeTakeFirst();
}

/** Waits until no booking of the house is being decided, and keeps others waiting: what is written of its allowances comes in order. */
export async function lockLedger(tx: Tx, spaceId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(${String(lockNumber(spaceId))}::bigint)`.execute(tx);
}

/** The people a company pays for, and paid for. */
export function peopleOf(db: Db, spaceId: string, subscriptionIds: string[]) {
  return db
    .selectFrom("subscription_people as m")
    .innerJoin("people as p", "p.id", "m.person_id")
    .select(["m.id", "m.subscription_id", "m.person_id", "m.during", "p.name"])
    .where("m.space_id", "=", spaceId)
    .where("m.subscription_id", "in", subscriptionIds)
    .orderBy(sql`p.name collate norwegian`)
    .orderBy("m.id")
    .execute();
}

/** Pauses of subscriptions, those that are over left out. */
export function pausesOf(db: Db, spaceId: string, subscriptionIds: string[], today: Day) {
  return db
    .selectFrom("subscription_pauses")
    .select(["id", "subscription_id", "during", "reason"])
    .where("space_id", "=", spaceId)
    .where("subscription_id", "in", subscriptionIds)
    .where(sql<boolean>`upper(during) > ${today}::date`)
    .orderBy(sql`lower(during)`)
    .execute();
}
