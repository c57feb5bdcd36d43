import type pg from "pg";
import { newId } from "../../platform/database/id.ts";
import type { Charge } from "./charge.ts";
import type { Entry } from "./ledger.ts";

/** Writes entries to a connection that sends statements without waiting. The chain refuses what was read too long ago. */
export function sendEntries(client: pg.ClientBase, entries: readonly Entry[]): Promise<unknown>[] {
  if (entries.length === 0) return [];
  const values = columns(entries, (e) => [
    e.spaceId,
    e.subscriptionId,
    e.unit,
    e.periodFrom,
    e.periodUntil,
    e.number,
    e.id,
    e.kind,
    e.amount,
    e.previousNumber,
    e.previousBalance,
    e.balance,
    e.cause,
    e.bookingId ?? null,
    e.personId ?? null,
    e.reversesId ?? null,
    e.at,
    e.by,
    e.reason ?? null,
  ]);
  return [client.query({ name: "plans_entries", text: entriesSql, values })];
}

/** Writes what is owed, likewise. */
export function sendCharges(client: pg.ClientBase, charges: readonly Charge[]): Promise<unknown>[] {
  if (charges.length === 0) return [];
  const values = columns(charges, (c) => [
    c.spaceId,
    newId(c.at.epochMilliseconds),
    c.kind,
    c.owedTo,
    c.personId,
    c.organizationId,
    c.amountOre,
    c.supply,
    c.sellerIsVatRegistered,
    c.vatPercent,
    c.subscriptionId,
    c.periodFrom,
    c.bookingId,
    c.day,
    c.at,
    c.by,
  ]);
  return [client.query({ name: "plans_charges", text: chargesSql, values })];
}

// rows to arrays of columns, as unnest takes them
function columns<Row>(rows: readonly Row[], read: (row: Row) => unknown[]): unknown[][] {
  const cells = rows.map(read);
  return (cells[0] ?? []).map((_, index) => cells.map((row) => row[index]));
}

const entriesSql = `
  insert into entitlement_entries (space_id, subscription_id, unit, period_from, period_until, number, id, kind, amount, previous_number,
    previous_balance, balance, cause, booking_id, person_id, reverses_id, written_at, written_by, reason)
  select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::date[], $5::date[], $6::int[], $7::uuid[], $8::text[], $9::int[], $10::int[],
    $11::int[], $12::int[], $13::text[], $14::uuid[], $15::uuid[], $16::uuid[], $17::timestamptz[], $18::uuid[], $19::text[])
  returning id`;

const chargesSql = `
  insert into charges (space_id, id, kind, owed_to, person_id, organization_id, amount_ore, supply, seller_is_vat_registered, vat_percent,
    subscription_id, period_from, booking_id, day, written_at, written_by)
  select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::uuid[], $6::uuid[], $7::int[], $8::text[], $9::boolean[], $10::int[],
    $11::uuid[], $12::date[], $13::uuid[], $14::date[], $15::timestamptz[], $16::uuid[])
  returning id`;
