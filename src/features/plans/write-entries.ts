import type pg from "pg";
import type { Tx } from "../../platform/database/database.ts";
import { newId } from "../../platform/database/id.ts";
import type { Charge } from "./charge.ts";
import type { Entry } from "./ledger.ts";

/** Writes entries on a connection that sends statements without waiting. The chain refuses what was read too long ago. */
export function sendEntries(client: pg.ClientBase, entries: readonly Entry[]): Promise<unknown>[] {
  return sendRows(client, "entitlement_entries", entryTypes, entries.map(entryRow));
}

/** Writes what is owed, likewise. */
export function sendCharges(client: pg.ClientBase, charges: readonly Charge[]): Promise<unknown>[] {
  return sendRows(client, "charges", chargeTypes, charges.map(chargeRow));
}

/** The same in a transaction of the office's. */
export async function insertEntries(tx: Tx, entries: readonly Entry[]): Promise<void> {
  if (entries.length > 0) await tx.insertInto("entitlement_entries").values(entries.map(entryRow)).execute();
}

export async function insertCharges(tx: Tx, charges: readonly Charge[]): Promise<void> {
  if (charges.length > 0) await tx.insertInto("charges").values(charges.map(chargeRow)).execute();
}

// one statement however many there are: rows go as arrays of columns
function sendRows<Row extends Record<string, unknown>>(
  client: pg.ClientBase,
  table: string,
  types: Record<keyof Row & string, string>,
  rows: Row[],
): Promise<unknown>[] {
  if (rows.length === 0) return [];
  const columns = Object.keys(types);
  const values = columns.map((column) => rows.map((row) => row[column]));
  const arrays = columns.map((column, index) => `$${index + 1}::${types[column]}[]`);
  const text = `insert into ${table} (${columns.join(", ")}) select * from unnest(${arrays.join(", ")}) returning id`;
  return [client.query({ name: `plans_${table}`, text, values })];
}

const entryTypes = {
  space_id: "uuid",
  subscription_id: "uuid",
  unit: "text",
  period_from: "date",
  period_until: "date",
  number: "int",
  id: "uuid",
  kind: "text",
  amount: "int",
  previous_number: "int",
  previous_balance: "int",
  balance: "int",
  cause: "text",
  booking_id: "uuid",
  person_id: "uuid",
  day: "date",
  reverses_id: "uuid",
  written_at: "timestamptz",
  written_by: "uuid",
  reason: "text",
};

function entryRow(entry: Entry) {
  return {
    space_id: entry.spaceId,
    subscription_id: entry.subscriptionId,
    unit: entry.unit,
    period_from: entry.periodFrom,
    period_until: entry.periodUntil,
    number: entry.number,
    id: entry.id,
    kind: entry.kind,
    amount: entry.amount,
    previous_number: entry.previousNumber,
    previous_balance: entry.previousBalance,
    balance: entry.balance,
    cause: entry.cause,
    booking_id: entry.bookingId ?? null,
    person_id: entry.personId ?? null,
    day: entry.day ?? null,
    reverses_id: entry.reversesId ?? null,
    written_at: entry.at,
    written_by: entry.by,
    reason: entry.reason ?? null,
  };
}

const chargeTypes = {
  space_id: "uuid",
  id: "uuid",
  kind: "text",
  owed_to: "uuid",
  person_id: "uuid",
  organization_id: "uuid",
  amount_ore: "int",
  supply: "text",
  seller_is_vat_registered: "boolean",
  vat_percent: "int",
  subscription_id: "uuid",
  period_from: "date",
  booking_id: "uuid",
  order_id: "uuid",
  hire_id: "uuid",
  day: "date",
  written_at: "timestamptz",
  written_by: "uuid",
};

function chargeRow(charge: Charge) {
  return {
    space_id: charge.spaceId,
    id: newId(charge.at.epochMilliseconds),
    kind: charge.kind,
    owed_to: charge.owedTo,
    person_id: charge.personId,
    organization_id: charge.organizationId,
    amount_ore: charge.amountOre,
    supply: charge.supply,
    seller_is_vat_registered: charge.sellerIsVatRegistered,
    vat_percent: charge.vatPercent,
    subscription_id: charge.subscriptionId,
    period_from: charge.periodFrom,
    booking_id: charge.bookingId,
    order_id: charge.orderId,
    hire_id: charge.hireId ?? null,
    day: charge.day,
    written_at: charge.at,
    written_by: charge.by,
  };
}
