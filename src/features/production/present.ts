import { type Actor, isPerson } from "../../platform/access/actor.ts";
import { linesWithVat } from "../plans/index.ts";
import { isOpenToChange, isPriced, isWorkedOn, mayStop, stepsOf } from "./order.ts";
import { owedOf, priceOf, vatOf } from "./order-price.ts";
import { sidesOf } from "./policy.ts";
import type { OrderParts, OrderRow } from "./queries.ts";

/** An order as it stands in a list. */
export function presentOrderLine(row: OrderRow) {
  return {
    id: row.id,
    space: { id: row.space_id, slug: row.space_slug, name: row.space_name, timeZone: row.time_zone },
    customer: { id: row.customer_id, name: row.customer_name },
    organization:
      row.organization_id && row.payer_slug && row.payer_name
        ? { id: row.organization_id, slug: row.payer_slug, name: row.payer_name }
        : null,
    title: row.title,
    material: row.material,
    quantity: row.quantity,
    wantedBy: row.wanted_by,
    priority: row.priority,
    state: row.state,
    stateSince: row.state_since.toString(),
    quotedOre: row.quoted_ore,
    price: row.quoted_ore === null ? null : priceOf(row, row.quoted_ore),
    createdAt: row.created_at.toString(),
  };
}

/** An order with all that hangs on it. What the lab has not said yet, the customer does not see: lines before the quote. */
export function presentOrder(row: OrderRow, parts: OrderParts, actor: Actor) {
  const sides = sidesOf(actor, row);
  const isLab = sides.includes("lab");
  const isCustomer = sides.includes("customer");
  const lines = isLab || !isOpenToChange(row.state) ? parts.lines : [];
  const netOres = lines.map(({ amount_ore }) => amount_ore);
  const grossOres = linesWithVat(netOres, vatOf(row).vatPercent);
  const sumOre = netOres.reduce((sum, ore) => sum + ore, 0);
  return {
    ...presentOrderLine(row),
    description: row.description,
    photosAllowed: row.photos_allowed,
    files: filesOfKind("design"),
    photos: filesOfKind("photo"),
    messages: parts.messages.map((one) => ({
      id: one.id,
      writtenAt: one.written_at.toString(),
      by: one.by,
      isMine: one.written_by !== null && isPerson(actor, one.written_by),
      text: one.text,
    })),
    lines: lines.map((line, at) => presentLine(line, grossOres[at] ?? 0)),
    sumOre,
    sum: priceOf(row, sumOre),
    owed: row.state === "stopped" ? priceOf(row, owedOf(parts.lines)) : null,
    history: parts.history.map(({ state, changed_at, by, reason }) => ({ state, at: changed_at.toString(), by, reason })),
    version: row.version,
    abilities: {
      steps: stepsOf(row.state, sides),
      stop: mayStop(row.state, sides),
      edit: isCustomer && isOpenToChange(row.state),
      choosePayer: isPerson(actor, row.customer_id) && isOpenToChange(row.state),
      allowPhotos: isCustomer,
      price: isLab && isPriced(row.state),
      work: isLab && isWorkedOn(row.state),
      addPhoto: isLab && row.photos_allowed,
      write: sides.length > 0,
      isLab,
    },
  };

  function filesOfKind(kind: "design" | "photo") {
    return parts.files
      .filter((one) => one.kind === kind)
      .map((one) => ({
        id: one.id,
        name: one.name,
        format: one.format,
        bytes: one.bytes,
        addedAt: one.added_at.toString(),
        address: `/api/v1/production-orders/${row.id}/files/${one.id}`,
      }));
  }
}

function presentLine(line: OrderParts["lines"][number], grossOre: number) {
  const { booking_id: bookingId, starts_at, ends_at } = line;
  return {
    id: line.id,
    kind: line.kind,
    text: line.text,
    amountOre: line.amount_ore,
    grossOre,
    staff: line.staff,
    machineTime:
      bookingId && starts_at && ends_at
        ? { bookingId, startsAt: starts_at.toString(), endsAt: ends_at.toString(), isCancelled: line.booking_state === "cancelled" }
        : null,
    consumed: line.consumable && line.unit && line.consumed ? { name: line.consumable, unit: line.unit, amount: line.consumed } : null,
    owedOre: line.owed_ore,
    used: line.used,
  };
}
