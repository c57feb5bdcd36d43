import { dayIn } from "../../../platform/time/day.ts";
import { amountOf, type ChargeKind, hold, makeUseOf, release, supplyOf, unitOf, vatPercentOf, wantedKey } from "../../plans/index.ts";
import { priceOf } from "../../spaces/index.ts";
import { minutesBetween } from "../booking.ts";
import type { End } from "./command.ts";
import { wantedOf } from "./cover-facts.ts";
import type { Outcome } from "./decide.ts";
import type { BookingFacts, Facts, ResourceFacts } from "./facts.ts";

type Done = { by: string | null; at: Temporal.Instant };

/**
 * Holds what the booking draws of the allowances its person has at the house, as far as they reach, and prices the rest. Where only
 * a company's allowance covers, the booking is on the company's behalf. Staff pay nothing and draw on nothing.
 */
export function coverTime(booking: BookingFacts, resource: ResourceFacts, done: Done, facts: Facts, outcome: Outcome): void {
  if (booking.kind !== "booking") return;
  const wanted = booking.audience === "staff" ? undefined : wantedOf(booking.personId, resource, booking.from);
  const covers = wanted === undefined ? [] : (facts.allowances.cover.get(wantedKey(wanted)) ?? []);
  const amount = wanted === undefined ? 0 : amountOf(wanted.unit, booking, resource.opening.timeZone);
  const { entries, holds } = hold(
    covers.map(({ allowance }) => allowance),
    amount,
    causeOf(booking, done),
  );
  outcome.entries.push(...entries);
  facts.allowances.holds.set(
    booking.id,
    holds.map((each) => ({ ...each, isStanding: true })),
  );
  const payer = covers[0]?.organizationId;
  if (payer) booking.organizationId ??= payer;
  booking.priceOre = priceBeyond(booking, resource, sumOf(holds));
}

/** Lets go of what the booking holds. */
export function letGoOfCover(booking: { id: string; personId: string | null }, done: Done, facts: Facts, outcome: Outcome): void {
  for (const { allowance, amount } of facts.allowances.holds.get(booking.id) ?? [])
    outcome.entries.push(...release(allowance, amount, causeOf(booking, done)));
  facts.allowances.holds.delete(booking.id);
}

/**
 * What the booking holds becomes use, and what it costs beyond that is owed. What it held of a subscription that no longer
 * reaches its day, or rests then, is let go and owed like the rest.
 */
export function makeUse(
  booking: BookingFacts,
  resource: ResourceFacts,
  kind: Extract<ChargeKind, "booking" | "late_cancellation" | "no_show">,
  done: Done,
  facts: Facts,
  outcome: Outcome,
): void {
  const holds = facts.allowances.holds.get(booking.id) ?? [];
  const standing = holds.filter(({ isStanding }) => isStanding);
  for (const { allowance, amount, isStanding } of holds)
    outcome.entries.push(...(isStanding ? makeUseOf : release)(allowance, amount, causeOf(booking, done)));
  if (standing.length < holds.length) booking.priceOre = priceBeyond(booking, resource, sumOf(standing));
  facts.allowances.holds.delete(booking.id);
  booking.usedAt = done.at;
  if (booking.kind !== "booking" || booking.priceOre === 0) return;
  const supply = supplyOf(resource.kind);
  outcome.charges.push({
    spaceId: booking.spaceId,
    kind,
    owedTo: resource.hostId,
    personId: booking.organizationId === null ? booking.personId : null,
    organizationId: booking.organizationId,
    amountOre: booking.priceOre,
    supply,
    sellerIsVatRegistered: resource.isVatRegistered,
    vatPercent: vatPercentOf(supply, resource.isVatRegistered),
    subscriptionId: null,
    periodFrom: null,
    bookingId: booking.id,
    orderId: null,
    day: dayIn(booking.from, resource.opening.timeZone),
    at: done.at,
    by: done.by,
  });
}

/** Whether an end is use all the same: a booking given back after its time to do so, or one that nobody came to. */
export function isTooLate(booking: BookingFacts, resource: ResourceFacts, end: End): "late_cancellation" | "no_show" | undefined {
  if (booking.state !== "confirmed" || booking.kind !== "booking") return undefined;
  if (end.as === "released") return "no_show";
  const cancelBy = booking.from.subtract({ minutes: resource.cancelByMinutes });
  return end.as === "cancelled" && Temporal.Instant.compare(end.at, cancelBy) > 0 ? "late_cancellation" : undefined;
}

// what is not covered costs its share of the time's minutes
function priceBeyond(booking: BookingFacts, resource: ResourceFacts, covered: number): number {
  const unit = unitOf(resource.kind);
  const whole = unit === undefined ? 0 : amountOf(unit, booking, resource.opening.timeZone);
  const minutes = minutesBetween(booking.from, booking.until);
  const left = whole === 0 ? minutes : Math.ceil((minutes * (whole - covered)) / whole);
  return left <= 0 ? 0 : priceOf(resource.prices, booking.audience, left);
}

function sumOf(holds: readonly { amount: number }[]): number {
  return holds.reduce((sum, { amount }) => sum + amount, 0);
}

function causeOf(booking: { id: string; personId: string | null }, { by, at }: Done) {
  return { cause: "booking" as const, bookingId: booking.id, personId: booking.personId, by, at };
}
