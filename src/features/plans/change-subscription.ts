import { sql } from "kysely";
import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import { audit } from "../../platform/audit.ts";
import type { Tx } from "../../platform/database/database.ts";
import { newId } from "../../platform/database/id.ts";
import type { Installation } from "../../platform/installation.ts";
import { announce } from "../../platform/outbox.ts";
import { addDays, type Day, dayIn } from "../../platform/time/day.ts";
import { daysOfRange } from "../spaces/index.ts";
import { expireAt } from "./expire-allowances.ts";
import { firstStartFrom } from "./period.ts";
import { mayManagePlans, maySpeakForSubscription } from "./policy.ts";
import { findPlan, findSubscription, lockLedger, lockSubscription, rhythmOf, runningIds, type SubscriptionRow } from "./queries.ts";
import { planRefusals, subscriptionRefusals } from "./refusals.ts";

/**
 * Gives notice: the subscription is over at the end of the first period that the notice reaches, or of a later one that holds
 * `on`. What it includes after that is gone, also where it is held.
 * @throws Refusal subscription.ends_already, subscription.pack_runs_out
 */
export function endSubscription(
  installation: Installation,
  actor: Actor,
  { id, on, reason }: { id: string; on?: Day | undefined; reason?: string | undefined },
): Promise<void> {
  return changing(installation, { actor, id, may: maySpeakForSubscription }, async (tx, row, at) => {
    const until = endAfter(row, latest(addDays(dayIn(at, row.time_zone), row.notice_days), on));
    await endOn(tx, row, until);
    await tx
      .updateTable("subscriptions")
      .set({ notice_at: at, notice_by: actor.kind === "person" ? actor.personId : null, notice_reason: reason ?? null })
      .where("space_id", "=", row.space_id)
      .where("id", "=", row.id)
      .execute();
    await expireAt(tx, row.space_id, at);
    return { action: "subscription.end", details: { until }, reason };
  });
}

/** Another plan takes its place when the period that runs is over; its people go along. @throws Refusal as ending it, plan.not_offered */
export async function changeSubscriptionPlan(
  installation: Installation,
  actor: Actor,
  { id, planId, seats }: { id: string; planId: string; seats?: number | undefined },
): Promise<string> {
  const nextId = newId();
  await changing(installation, { actor, id, may: mayManagePlans }, async (tx, row, at) => {
    const plan = await findPlan(tx, planId);
    if (!plan || plan.space_id !== row.space_id || plan.period === "once") throw planRefusals.notOffered();
    if (plan.for_whom !== "everyone" && (plan.for_whom === "person") !== (row.person_id !== null))
      throw planRefusals.notForThem({ forWhom: plan.for_whom });
    return await followWith(tx, row, { planId, nextId, seats, actor, at, noticeDays: 1 });
  });
  return nextId;
}

type Following = { planId: string; nextId: string; seats?: number | undefined; actor: Actor; at: Temporal.Instant; noticeDays: number };

/** Ends a subscription at the first of its periods that the notice reaches, and has one to another plan follow it. */
async function followWith(tx: Tx, row: SubscriptionRow, { planId, nextId, seats, actor, at, noticeDays }: Following): Promise<Deed> {
  const from = endAfter(row, addDays(dayIn(at, row.time_zone), noticeDays));
  await endOn(tx, row, from);
  await tx
    .insertInto("subscriptions")
    .values({
      space_id: row.space_id,
      id: nextId,
      plan_id: planId,
      person_id: row.person_id,
      organization_id: row.organization_id,
      seats: row.organization_id === null ? null : (seats ?? row.seats),
      during: `[${from},)`,
      next_period_on: from,
      follows_id: row.id,
      created_at: at,
      created_by: actor.kind === "person" ? actor.personId : null,
    })
    .execute();
  await movePeople(tx, row, nextId, { from, at });
  await expireAt(tx, row.space_id, at);
  return { action: "subscription.change", details: { planId, from, nextId } };
}

/** Moves whoever has a plan to another, each when the notice of theirs is over, and says so. The caller holds the house's ledger. */
export async function moveHolders(
  tx: Tx,
  { spaceId, planId, to, actor, at }: { spaceId: string; planId: string; to: string; actor: Actor; at: Temporal.Instant },
): Promise<number> {
  const ids = await runningIds(tx, spaceId, planId);
  for (const id of ids) {
    const row = found(await lockSubscription(tx, { space_id: spaceId, id }));
    const noticeDays = Math.max(1, row.notice_days);
    await write(tx, actor, row, at, await followWith(tx, row, { planId: to, nextId: newId(), actor, at, noticeDays }));
  }
  return ids.length;
}

/**
 * Rests for whole periods: from the first that begins on or after `from`, until the first that begins on or after `until`.
 * Nothing is owed or included in them.
 * @throws Refusal subscription.paused_already, subscription.ends_before_pause, subscription.pack_runs_out
 */
export function pauseSubscription(
  installation: Installation,
  actor: Actor,
  { id, from, until, reason }: { id: string; from: Day; until: Day; reason?: string | undefined },
): Promise<void> {
  return changing(installation, { actor, id, may: mayManagePlans }, async (tx, row, at) => {
    const first = endAfter(row, latest(addDays(dayIn(at, row.time_zone), 1), from), { isEndKept: true });
    const last = endAfter(row, latest(addDays(first, 1), until), { isEndKept: true });
    const { until: end } = daysOfRange(row.during);
    if (end !== null && first >= end) throw subscriptionRefusals.endsBeforePause();
    await tx
      .insertInto("subscription_pauses")
      .values({
        space_id: row.space_id,
        id: newId(),
        subscription_id: row.id,
        during: `[${first},${last})`,
        reason: reason ?? null,
        paused_at: at,
        paused_by: actor.kind === "person" ? actor.personId : null,
      })
      .execute();
    await expireAt(tx, row.space_id, at);
    return { action: "subscription.pause", details: { from: first, until: last }, reason };
  });
}

// what others are told when it is done
const topics = {
  "subscription.end": "subscription.ended",
  "subscription.change": "subscription.changed",
  "subscription.pause": "subscription.paused",
  "subscription.add_person": "subscription.person_added",
  "subscription.end_person": "subscription.person_ended",
};

type Deed = { action: keyof typeof topics; details: Record<string, unknown>; reason?: string | undefined };
type Changing = { actor: Actor; id: string; may: (actor: Actor, row: SubscriptionRow) => boolean };

/** Finds, authorizes and locks a subscription and its house's ledger; then writes what was done. */
export async function changing(
  { db, now }: Installation,
  { actor, id, may }: Changing,
  work: (tx: Tx, row: SubscriptionRow, at: Temporal.Instant) => Promise<Deed>,
): Promise<void> {
  const at = now();
  await db.transaction().execute(async (tx) => {
    const before = await findSubscription(tx, id);
    authorize(actor, before !== undefined && may(actor, before));
    await lockLedger(tx, found(before).space_id);
    const row = found(await lockSubscription(tx, found(before)));
    await write(tx, actor, row, at, await work(tx, row, at));
  });
}

async function write(tx: Tx, actor: Actor, row: SubscriptionRow, at: Temporal.Instant, { action, details, reason }: Deed): Promise<void> {
  await audit(tx, { actor, at, action, subject: { kind: "subscription", id: row.id }, organizationId: row.host_id, details, reason });
  const payload = { subscriptionId: row.id, spaceId: row.space_id, ...details };
  await announce(tx, [{ at, topic: topics[action], organizationIds: [row.host_id], payload }]);
}

// the first day on or after `day` that a period of the subscription begins, but its own first
function endAfter(row: SubscriptionRow, day: Day, { isEndKept = false } = {}): Day {
  const { from, until } = daysOfRange(row.during);
  if (row.period === "once") throw subscriptionRefusals.packRunsOut();
  if (until !== null && !isEndKept) throw subscriptionRefusals.endsAlready();
  return firstStartFrom(rhythmOf(row), latest(addDays(from ?? day, 1), day)) ?? day;
}

async function endOn(tx: Tx, row: SubscriptionRow, until: Day): Promise<void> {
  const next = row.next_period_on !== null && row.next_period_on < until ? row.next_period_on : null;
  await tx
    .updateTable("subscriptions")
    .set({ during: sql`daterange(lower(during), ${until}::date)`, next_period_on: next, version: row.version + 1 })
    .where("space_id", "=", row.space_id)
    .where("id", "=", row.id)
    .execute();
}

async function movePeople(tx: Tx, row: SubscriptionRow, nextId: string, { from, at }: { from: Day; at: Temporal.Instant }): Promise<void> {
  const people = await tx
    .selectFrom("subscription_people")
    .select(["id", "person_id", "during", "added_by"])
    .where("space_id", "=", row.space_id)
    .where("subscription_id", "=", row.id)
    .where(sql<boolean>`coalesce(upper(during), 'infinity') > ${from}::date`)
    .execute();
  if (people.length === 0) return;
  await tx
    .insertInto("subscription_people")
    .values(
      people.map(({ person_id, during, added_by }) => ({
        space_id: row.space_id,
        id: newId(),
        subscription_id: nextId,
        person_id,
        during: sql<string>`${during}::daterange * daterange(${from}::date, null)`,
        added_at: at,
        added_by,
      })),
    )
    .execute();
  const moved = people.map(({ id }) => id);
  await tx
    .updateTable("subscription_people")
    .set({ during: sql`during * daterange(null, ${from}::date)` })
    .where("space_id", "=", row.space_id)
    .where("id", "in", moved)
    .execute();
}

function latest(one: Day, other: Day | undefined): Day {
  return other !== undefined && other > one ? other : one;
}
