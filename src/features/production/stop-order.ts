import { sql } from "kysely";
import type { Actor } from "../../platform/access/actor.ts";
import type { Tx } from "../../platform/database/database.ts";
import type { Installation } from "../../platform/installation.ts";
import { announce } from "../../platform/outbox.ts";
import { dayIn } from "../../platform/time/day.ts";
import { insertCharges } from "../plans/index.ts";
import { onOrder } from "./on-order.ts";
import { mayStop } from "./order.ts";
import { owedOf } from "./order-price.ts";
import { linesOf, type OrderRow } from "./queries.ts";
import { productionRefusals } from "./refusals.ts";
import type { OrderStop } from "./shapes.ts";
import { writeChange } from "./step-order.ts";
import { returnUnused } from "./stock/order-stock.ts";
import { whatIsOwed } from "./what-is-owed.ts";

/**
 * Ends an order the lab cannot finish: what was used of the stock stays used and the rest goes back, and the customer owes what the lab
 * asks for of each line, never more than was agreed. @throws Refusal production.not_now, production.not_that_line, production.more_than_agreed
 */
export async function stopOrder(installation: Installation, actor: Actor, id: string, { reason, lines: asked }: OrderStop): Promise<void> {
  await onOrder(installation, actor, id, ["lab"], async ({ tx, order, sides, actor: by, at }) => {
    if (!mayStop(order.state, sides)) throw productionRefusals.notNow();
    const settled = settledLines(await linesOf(tx, order), asked);
    await writeSettled(tx, order, settled);
    const done = { at, by: by.personId };
    await returnUnused(tx, order, settled, done);
    await tx
      .updateTable("production_orders")
      .set({ state: "stopped", state_since: at, version: order.version + 1 })
      .where("space_id", "=", order.space_id)
      .where("id", "=", id)
      .execute();
    await writeChange(tx, order, { to: "stopped", reason, ...done });
    const owedOre = owedOf(settled);
    const owed = whatIsOwed(order, owedOre, { day: dayIn(at, order.time_zone), ...done });
    if (owed) await insertCharges(tx, [owed]);
    const payload = {
      orderId: id,
      spaceId: order.space_id,
      from: order.state,
      to: "stopped",
      by: by.personId,
      side: "lab",
      reason,
      owedOre,
    };
    await announce(tx, [{ at, topic: "production_order.stopped", organizationIds: [order.host_id], payload }]);
    return { action: "production_order.stop", details: { from: order.state, owedOre }, reason, result: undefined };
  });
}

type AgreedLine = { id: string; text: string; amount_ore: number; consumable_id: string | null; consumed: number | null };

/** The lines with what is owed and what was used of each. */
function settledLines(lines: readonly AgreedLine[], asked: OrderStop["lines"]) {
  const byId = new Map(asked.map((one) => [one.lineId, one]));
  const settled = lines.map((line) => {
    const { owedOre = 0, used = line.consumed ?? 0 } = byId.get(line.id) ?? {};
    if (owedOre > line.amount_ore || used > (line.consumed ?? 0)) throw productionRefusals.moreThanAgreed({ line: line.text });
    return { ...line, owed_ore: owedOre, used };
  });
  if (asked.some(({ lineId }) => !lines.some(({ id }) => id === lineId))) throw productionRefusals.notThatLine();
  return settled;
}

async function writeSettled(tx: Tx, { space_id }: Pick<OrderRow, "space_id">, settled: ReturnType<typeof settledLines>): Promise<void> {
  const ids = settled.map(({ id }) => id);
  const owed = settled.map(({ owed_ore }) => owed_ore);
  const used = settled.map((line) => (line.consumed === null ? null : line.used));
  await sql`
    update production_order_lines l set owed_ore = s.owed_ore, used = s.used
    from unnest(${ids}::uuid[], ${owed}::integer[], ${used}::integer[]) as s (id, owed_ore, used)
    where l.space_id = ${space_id} and l.id = s.id`.execute(tx);
}
