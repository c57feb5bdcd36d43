import type { Actor } from "../../../platform/access/actor.ts";
import { mayManageLab, mayWorkInLab } from "../policy.ts";
import { isLow } from "./movement.ts";
import type { consumablesOf, MovementRow } from "./queries.ts";

type ConsumableRow = Awaited<ReturnType<typeof consumablesOf>>[number];

export function presentConsumable(row: ConsumableRow, inStock: number, hostId: string, actor: Actor) {
  const { id, name, unit, price_ore: priceOre, low_at: lowAt, version } = row;
  const abilities = { edit: mayManageLab(actor, hostId), record: mayWorkInLab(actor, hostId) };
  return { id, name, unit, priceOre, inStock, lowAt, isLow: isLow({ inStock, lowAt }), version, abilities };
}

export function presentMovement(row: MovementRow) {
  return {
    number: row.number,
    kind: row.kind,
    change: row.change,
    inStock: row.in_stock,
    at: row.moved_at.toString(),
    by: row.by,
    order: row.order_id && row.order_title ? { id: row.order_id, title: row.order_title } : null,
    note: row.note,
  };
}
