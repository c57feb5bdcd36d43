import { sql } from "kysely";
import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import { audit } from "../../platform/audit.ts";
import { newId } from "../../platform/database/id.ts";
import { sameVersion } from "../../platform/http/version.ts";
import type { Installation } from "../../platform/installation.ts";
import { dayIn } from "../../platform/time/day.ts";
import { findSpace } from "../spaces/index.ts";
import { mayManagePlans } from "./policy.ts";
import { findPlan, type PlanRow, runningIds } from "./queries.ts";
import { planRefusals } from "./refusals.ts";
import type { NewPlan, PlanChanges } from "./shapes.ts";

/** Adds a plan or a pack to a space. @returns its id. @throws Refusal any of `plan` */
export async function addPlan({ db, now }: Installation, actor: Actor, spaceIdOrSlug: string, given: NewPlan): Promise<string> {
  const at = now();
  return await db.transaction().execute(async (tx) => {
    const space = found(await findSpace(tx, spaceIdOrSlug));
    authorize(actor, mayManagePlans(actor, { host_id: space.organization_id }));
    const id = newId();
    const { period, validDays, ...changes } = given;
    const offered = `[${dayIn(at, space.time_zone)},)`;
    const row = { ...columnsOf(changes), id, space_id: space.id, period, valid_days: validDays ?? null, offered, created_at: at };
    await tx
      .insertInto("plans")
      .values({ ...row, names: JSON.stringify(given.names), price_ore: given.priceOre })
      .execute();
    const subject = { kind: "plan", id };
    await audit(tx, { actor, at, action: "plan.add", subject, organizationId: space.organization_id, details: given });
    return id;
  });
}

/**
 * Changes what was sent. Periods that have begun, and those a booking was made in ahead, stay as they are.
 * @throws Refusal request.changed_meanwhile; plan.has_holders when price, what is included or notice would change for somebody who has it
 */
export async function changePlan(
  { db, now }: Installation,
  { actor, id, expected }: { actor: Actor; id: string; expected: number | undefined },
  { offeredUntil, ...changes }: PlanChanges,
): Promise<void> {
  const at = now();
  await db.transaction().execute(async (tx) => {
    await tx.selectFrom("plans").select("id").where("id", "=", id).forUpdate().execute();
    const row = found(await findPlan(tx, id));
    authorize(actor, mayManagePlans(actor, row));
    sameVersion(expected, row);
    if (changesTerms(row, changes) && (await runningIds(tx, row.space_id, id)).length > 0) throw planRefusals.hasHolders();
    await tx
      .updateTable("plans")
      .set({ ...columnsOf(changes), version: row.version + 1 })
      .$if(offeredUntil !== undefined, (query) =>
        query.set({ offered: sql`daterange(lower(offered), greatest(lower(offered) + 1, ${offeredUntil ?? null}::date))` }),
      )
      .where("id", "=", id)
      .execute();
    const details = { ...changes, ...(offeredUntil !== undefined && { offeredUntil }) };
    await audit(tx, { actor, at, action: "plan.change", subject: { kind: "plan", id }, organizationId: row.host_id, details });
  });
}

/** What was sent of a plan, as it is stored. */
export function columnsOf(changes: Omit<PlanChanges, "offeredUntil">) {
  return {
    ...(changes.names && { names: JSON.stringify(changes.names) }),
    ...(changes.descriptions && { descriptions: JSON.stringify(changes.descriptions) }),
    price_ore: changes.priceOre,
    included_days: changes.includedDays,
    included_room_minutes: changes.includedRoomMinutes,
    included_machine_minutes: changes.includedMachineMinutes,
    notice_days: changes.noticeDays,
    for_whom: changes.forWhom,
    membership_plan: changes.membershipPlan,
    supply: changes.supply,
    place_in_order: changes.placeInOrder,
  };
}

// what somebody who has the plan has agreed to
function changesTerms(row: PlanRow, changes: Omit<PlanChanges, "offeredUntil">): boolean {
  const { price_ore, included_days, included_room_minutes, included_machine_minutes, notice_days } = columnsOf(changes);
  const terms = { price_ore, included_days, included_room_minutes, included_machine_minutes, notice_days };
  return Object.entries(terms).some(([name, value]) => value !== undefined && value !== row[name as keyof typeof terms]);
}
