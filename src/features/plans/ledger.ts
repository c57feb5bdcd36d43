import { newId } from "../../platform/database/id.ts";
import type { Day } from "../../platform/time/day.ts";
import type { Unit } from "./plan.ts";

/** What an entry did: what is included was granted; a booking held, used or released of it; the rest expired; an entry was reversed. */
export const entryKinds = ["granted", "held", "used", "released", "expired", "reversed"] as const;
export type EntryKind = (typeof entryKinds)[number];

/** What a subscription includes of one unit in one period, as its last entry left it. `number` 0: nothing is written yet. */
export interface Allowance {
  spaceId: string;
  subscriptionId: string;
  unit: Unit;
  periodFrom: Day;
  periodUntil: Day;
  /** What the first entry grants, when nothing is written yet. */
  included: number;
  number: number;
  balance: number;
}

/** Why an entry is written. */
export interface Cause {
  cause: "period" | "booking" | "end" | "reversal";
  bookingId?: string | undefined;
  personId?: string | null | undefined;
  /** The day, at the house, that a booking draws for. */
  day?: Day | null | undefined;
  reversesId?: string | undefined;
  reason?: string | null | undefined;
  by: string | null;
  at: Temporal.Instant;
}

/** One entry of an allowance: it begins where the one before it ended. */
export interface Entry extends Cause, Omit<Allowance, "included"> {
  id: string;
  kind: EntryKind;
  amount: number;
  previousNumber: number | null;
  previousBalance: number | null;
}

/** One word for an allowance: its subscription, unit and period. */
export function allowanceKey(of: { subscriptionId: string; unit: string; periodFrom: Day }): string {
  return `${of.subscriptionId} ${of.unit} ${of.periodFrom}`;
}

/** What is left to be held: all that is included, before the first entry. */
export function leftOf({ number, included, balance }: Allowance): number {
  return number === 0 ? included : balance;
}

/** The entry that grants what is included: the first, or none when it is written or nothing is included. */
export function grant(allowance: Allowance, { by, at }: Pick<Cause, "by" | "at">): Entry[] {
  if (allowance.number > 0 || allowance.included === 0) return [];
  return [append(allowance, "granted", allowance.included, { cause: "period", by, at })];
}

/** Holds as much of `amount` as is left, of one allowance after the other. @returns the entries, and how much each holds */
export function hold(allowances: readonly Allowance[], amount: number, cause: Cause) {
  const entries: Entry[] = [];
  const holds: { allowance: Allowance; amount: number }[] = [];
  let wanted = amount;
  for (const allowance of allowances) {
    const part = Math.min(wanted, leftOf(allowance));
    if (part <= 0) continue;
    entries.push(...grant(allowance, cause), append(allowance, "held", -part, cause));
    holds.push({ allowance, amount: part });
    wanted -= part;
  }
  return { entries, holds };
}

/** Lets a hold go. */
export function release(allowance: Allowance, amount: number, cause: Cause): Entry[] {
  return [append(allowance, "released", amount, cause)];
}

/** Makes use of what was held: the hold is let go and the use is written, of the same amount. */
export function makeUseOf(allowance: Allowance, amount: number, cause: Cause): Entry[] {
  return [append(allowance, "released", amount, cause), append(allowance, "used", -amount, cause)];
}

/** Takes what is left when the period is over. */
export function expire(allowance: Allowance, cause: Cause): Entry[] {
  return allowance.number > 0 && allowance.balance > 0 ? [append(allowance, "expired", -allowance.balance, cause)] : [];
}

/** Gives back what a use took, by an entry against it. */
export function reverse(allowance: Allowance, used: { id: string; amount: number }, cause: Cause): Entry[] {
  return [append(allowance, "reversed", -used.amount, { ...cause, reversesId: used.id })];
}

function append(allowance: Allowance, kind: EntryKind, amount: number, cause: Cause): Entry {
  const { included: _, ...before } = allowance;
  const isFirst = before.number === 0;
  allowance.number += 1;
  allowance.balance += amount;
  return {
    ...before,
    ...cause,
    id: newId(cause.at.epochMilliseconds),
    kind,
    amount,
    number: allowance.number,
    balance: allowance.balance,
    previousNumber: isFirst ? null : before.number,
    previousBalance: isFirst ? null : before.balance,
  };
}
