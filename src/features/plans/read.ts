import { sql } from "kysely";
import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import type { Db } from "../../platform/database/database.ts";
import type { Installation } from "../../platform/installation.ts";
import { type Day, dayIn } from "../../platform/time/day.ts";
import { daysOfRange, findSpace } from "../spaces/index.ts";
import { type EntitlementRow, type EntryRow, entitlementsOf, entriesOf, usesOf } from "./allowance-queries.ts";
import { type ChargeRow, chargesOf, sumOfCharges } from "./charge-queries.ts";
import type { Unit } from "./plan.ts";
import { housesSeenOf, mayManagePlans, maySpeakForSubscription } from "./policy.ts";
import { presentSubscription } from "./present.ts";
import { findSubscription, type PlanRow, pausesOf, peopleOf, plansOf, type SubscriptionRow, subscriptionsOf } from "./queries.ts";
import type { ChargeFilters } from "./shapes.ts";

/** The plans of a space: to its managers all, to others those that are offered. */
export async function readPlans({ db, now }: Installation, actor: Actor, spaceIdOrSlug: string): Promise<PlanRow[]> {
  const space = found(await findSpace(db, spaceIdOrSlug));
  const today = dayIn(now(), space.time_zone);
  const rows = await plansOf(db, space.id);
  return mayManagePlans(actor, { host_id: space.organization_id }) ? rows : rows.filter(({ offered }) => reaches(offered, today));
}

function reaches(offered: string, today: Day): boolean {
  const { until } = daysOfRange(offered);
  return until === null || today < until;
}

/** A house's subscriptions, one more than asked for if there is one. */
export async function readSubscriptions(
  { db, now }: Installation,
  actor: Actor,
  spaceIdOrSlug: string,
  { limit, after }: { limit: number; after: [string, string] | undefined },
) {
  const space = await managed(db, actor, spaceIdOrSlug);
  const today = dayIn(now(), space.time_zone);
  return shown(db, actor, space.id, today, await subscriptionsOf(db, space.id, today, limit, after));
}

export async function readSubscription({ db, now }: Installation, actor: Actor, id: string) {
  const row = await findSubscription(db, id);
  authorize(actor, row !== undefined && maySpeakForSubscription(actor, row));
  const { space_id: spaceId, time_zone: timeZone } = found(row);
  return found((await shown(db, actor, spaceId, dayIn(now(), timeZone), [found(row)]))[0]);
}

async function shown(db: Db, actor: Actor, spaceId: string, today: Day, rows: SubscriptionRow[]) {
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const [people, pauses] = await Promise.all([peopleOf(db, spaceId, ids), pausesOf(db, spaceId, ids, today)]);
  return rows.map((row) => presentSubscription(row, people, pauses, actor));
}

/** What a person may draw on, at the houses the actor may see it of. */
export async function readEntitlements(
  { db }: Installation,
  actor: Actor,
  { personId, on, at }: { personId: string; on: Day; at: Temporal.Instant },
): Promise<EntitlementRow[]> {
  const hostIds = housesSeenOf(actor, personId);
  authorize(actor, hostIds.length > 0);
  const rows = await entitlementsOf(db, { personId, on, at, hostIds });
  // to somebody who manages no house of theirs, there is no such person
  authorize(actor, hostIds === "all" || rows.length > 0);
  return rows;
}

/** The entries of an allowance, for those who draw on it and for the house. */
export async function readEntries(
  { db }: Installation,
  actor: Actor,
  { id, unit, periodFrom }: { id: string; unit: Unit; periodFrom: Day },
): Promise<EntryRow[]> {
  const row = await findSubscription(db, id);
  authorize(actor, row !== undefined && (maySpeakForSubscription(actor, row) || (await isPaidFor(db, actor, row))));
  return entriesOf(db, { spaceId: found(row).space_id, subscriptionId: id, unit, periodFrom });
}

/** What was used of a subscription, for the house; one more than asked for, if there is one. */
export async function readUses(
  { db }: Installation,
  actor: Actor,
  { id, ...page }: { id: string; limit: number; before: string[] | undefined },
): Promise<EntryRow[]> {
  const row = await findSubscription(db, id);
  authorize(actor, row !== undefined && mayManagePlans(actor, row));
  return usesOf(db, { spaceId: found(row).space_id, subscriptionId: id, ...page });
}

async function isPaidFor(db: Db, actor: Actor, row: SubscriptionRow): Promise<boolean> {
  if (actor.kind !== "person") return false;
  const person = await db
    .selectFrom("subscription_people")
    .select("id")
    .where("space_id", "=", row.space_id)
    .where("subscription_id", "=", row.id)
    .where("person_id", "=", actor.personId)
    .where(sql<boolean>`not isempty(during)`)
    .executeTakeFirst();
  return person !== undefined;
}

/** A house's charges of a period, one more than asked for if there is one, with what they all come to. */
export async function readCharges(
  { db }: Installation,
  actor: Actor,
  spaceIdOrSlug: string,
  period: ChargeFilters & { limit: number; before: [Day, string] | undefined },
): Promise<{ rows: ChargeRow[]; sumOre: number }> {
  const space = await managed(db, actor, spaceIdOrSlug);
  const asked = { ...period, spaceId: space.id };
  const [rows, sumOre] = await Promise.all([chargesOf(db, asked), sumOfCharges(db, asked)]);
  return { rows, sumOre };
}

async function managed(db: Db, actor: Actor, spaceIdOrSlug: string) {
  const space = await findSpace(db, spaceIdOrSlug);
  authorize(actor, space !== undefined && mayManagePlans(actor, { host_id: space.organization_id }));
  return found(space);
}
