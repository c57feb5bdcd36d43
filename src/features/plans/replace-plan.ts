import { sql } from "kysely";
import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import { audit } from "../../platform/audit.ts";
import { newId } from "../../platform/database/id.ts";
import { sameVersion } from "../../platform/http/version.ts";
import type { Installation } from "../../platform/installation.ts";
import { type Day, dayIn } from "../../platform/time/day.ts";
import { columnsOf } from "./change-plans.ts";
import { moveHolders } from "./change-subscription.ts";
import { mayManagePlans } from "./policy.ts";
import { findPlan, lockLedger } from "./queries.ts";
import { planRefusals } from "./refusals.ts";
import type { PlanTerms } from "./shapes.ts";

export interface Replacement extends PlanTerms {
  /** The first day the new one is to be had, and the old one not; today when left out. */
  from?: Day | undefined;
  /** Whether those who have the old plan go over, each at the end of a period, as its notice says. */
  movesHolders?: boolean | undefined;
}

/**
 * Another plan takes a plan's place, with what was sent changed. Whoever has the old one keeps it, unless they are moved with notice.
 * @returns the id of the new one. @throws Refusal plan.replaced_already, request.changed_meanwhile
 */
export async function replacePlan(
  { db, now }: Installation,
  { actor, id, expected }: { actor: Actor; id: string; expected: number | undefined },
  { from, movesHolders = false, ...terms }: Replacement,
): Promise<string> {
  const at = now();
  const nextId = newId(at.epochMilliseconds);
  await db.transaction().execute(async (tx) => {
    const before = await findPlan(tx, id);
    authorize(actor, before !== undefined && mayManagePlans(actor, before));
    await lockLedger(tx, found(before).space_id);
    const row = found(await findPlan(tx, id));
    sameVersion(expected, row);
    const day = [from ?? "", dayIn(at, row.time_zone)].toSorted().at(-1) ?? "";
    if (!row.offered.endsWith(",)")) throw planRefusals.replacedAlready();
    await tx
      .updateTable("plans")
      .set({ offered: sql`daterange(lower(offered), greatest(lower(offered) + 1, ${day}::date))`, version: row.version + 1 })
      .where("id", "=", id)
      .execute();
    const { space_slug: _slug, host_id, time_zone: _zone, ...kept } = row;
    const texts = { names: JSON.stringify(row.names), descriptions: JSON.stringify(row.descriptions) };
    const own = { id: nextId, replaces_id: id, offered: `[${day},)`, created_at: at, version: 1 };
    await tx
      .insertInto("plans")
      .values({ ...kept, ...texts, ...defined(columnsOf(terms)), ...own })
      .execute();
    const moved = movesHolders ? await moveHolders(tx, { spaceId: row.space_id, planId: id, to: nextId, actor, at }) : 0;
    const details = { ...terms, from: day, nextId, moved };
    await audit(tx, { actor, at, action: "plan.replace", subject: { kind: "plan", id }, organizationId: host_id, details });
  });
  return nextId;
}

function defined<Row extends Record<string, unknown>>(row: Row): Partial<Row> {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as Partial<Row>;
}
