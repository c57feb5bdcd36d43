import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import { audit } from "../../platform/audit.ts";
import type { Tx } from "../../platform/database/database.ts";
import { newId } from "../../platform/database/id.ts";
import type { Installation } from "../../platform/installation.ts";
import { announce } from "../../platform/outbox.ts";
import { addDays, type Day, dayIn } from "../../platform/time/day.ts";
import { findOrganization } from "../organizations/index.ts";
import { daysOfRange, findSpace } from "../spaces/index.ts";
import { beginPeriods } from "./begin-periods.ts";
import { mayManagePlans } from "./policy.ts";
import { findPlan, lockLedger, lockSubscription, type PlanRow } from "./queries.ts";
import { planRefusals, subscriptionRefusals } from "./refusals.ts";

export interface NewSubscription {
  planId: string;
  /** Whose it is: a person by id or address, or a company by id or slug with how many people it pays for. */
  personId?: string | undefined;
  email?: string | undefined;
  organization?: string | undefined;
  seats?: number | undefined;
  /** Today when left out. */
  from?: Day | undefined;
}

/** Somebody gets a plan of a house. What begins today is owed and granted at once. @returns its id. @throws Refusal any of `subscription` and `plan` */
export async function startSubscription(
  { db, now }: Installation,
  actor: Actor,
  spaceIdOrSlug: string,
  given: NewSubscription,
): Promise<string> {
  const at = now();
  return await db.transaction().execute(async (tx) => {
    const space = found(await findSpace(tx, spaceIdOrSlug));
    authorize(actor, mayManagePlans(actor, { host_id: space.organization_id }));
    const today = dayIn(at, space.time_zone);
    const from = given.from ?? today;
    if (from < today) throw subscriptionRefusals.beginsInPast();
    const plan = await findPlan(tx, given.planId);
    if (!plan || plan.space_id !== space.id || !isOfferedOn(plan, from)) throw planRefusals.notOffered();
    const holder = await holderOf(tx, actor, given, today);
    if (plan.for_whom !== "everyone" && (plan.for_whom === "person") !== (holder.personId !== null))
      throw planRefusals.notForThem({ forWhom: plan.for_whom });
    const id = newId();
    await lockLedger(tx, space.id);
    await tx
      .insertInto("subscriptions")
      .values({
        space_id: space.id,
        id,
        plan_id: plan.id,
        person_id: holder.personId,
        organization_id: holder.organizationId,
        seats: holder.seats,
        during: `[${from},${endOf(plan, from) ?? ""})`,
        next_period_on: from,
        created_at: at,
        created_by: actor.personId,
      })
      .execute();
    const row = found(await lockSubscription(tx, { space_id: space.id, id }));
    await beginPeriods(tx, row, at);
    const details = { planId: plan.id, from, ...holder };
    const organizationId = space.organization_id;
    await audit(tx, { actor, at, action: "subscription.start", subject: { kind: "subscription", id }, organizationId, details });
    const payload = { subscriptionId: id, spaceId: space.id, planId: plan.id, from };
    await announce(tx, [{ at, topic: "subscription.started", organizationIds: [organizationId], payload }]);
    return id;
  });
}

// a pack is over when it has run out
function endOf(plan: PlanRow, from: Day): Day | undefined {
  return plan.period === "once" ? addDays(from, plan.valid_days ?? 0) : undefined;
}

function isOfferedOn(plan: PlanRow, day: Day): boolean {
  const { from, until } = daysOfRange(plan.offered);
  return (from === null || from <= day) && (until === null || day < until);
}

type Holder = { personId: string | null; organizationId: string | null; seats: number | null };

async function holderOf(tx: Tx, actor: Actor, { personId, email, organization, seats }: NewSubscription, today: Day): Promise<Holder> {
  if (organization !== undefined) {
    const company = await findOrganization(tx, actor, organization, today);
    if (!company) throw subscriptionRefusals.unknownHolder();
    if (seats === undefined) throw subscriptionRefusals.seatsMissing();
    return { personId: null, organizationId: company.id, seats };
  }
  return { personId: await personOf(tx, { personId, email }), organizationId: null, seats: null };
}

/** The person with this id or address. @throws Refusal subscription.unknown_holder */
export async function personOf(
  tx: Tx,
  { personId, email }: { personId?: string | undefined; email?: string | undefined },
): Promise<string> {
  const person = await tx
    .selectFrom("people")
    .select("id")
    .where("erased_at", "is", null)
    .where((where) => (personId === undefined ? where("email", "=", email ?? "") : where("id", "=", personId)))
    .executeTakeFirst();
  if (!person) throw subscriptionRefusals.unknownHolder();
  return person.id;
}
