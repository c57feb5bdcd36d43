import { dayIn } from "../../../platform/time/day.ts";
import { type ChargeKind, makeUseOf, release, supplyOf, vatPercentOf } from "../../plans/index.ts";
import type { End } from "./command.ts";
import { dayOf, type Held } from "./cover-facts.ts";
import type { Outcome } from "./decide.ts";
import { coversDay, passOn, seen, shareDay, spendDay } from "./desk-day-use.ts";
import { type DeskDay, deskDaysOf } from "./desk-days.ts";
import type { BookingFacts, Facts, ResourceFacts } from "./facts.ts";
import { coverOf, type Done, priceBeyond, sumOf } from "./price.ts";

/**
 * Holds what the booking draws of the allowances its person has at the house, as far as they reach, and prices the rest. Where only
 * a company's allowance covers, the booking is on the company's behalf.
 */
export function coverTime(booking: BookingFacts, resource: ResourceFacts, done: Done, facts: Facts, outcome: Outcome): void {
  if (booking.kind !== "booking") return;
  const { entries, holds, priceOre, payer } = coverOf(booking, resource, done, facts.allowances);
  outcome.entries.push(...entries);
  facts.allowances.holds.set(booking.id, holds);
  for (const day of desksOf(booking, resource, facts)) {
    day.desks.set(booking.id, { isForm: booking.state === "held" });
    seen(day, outcome);
  }
  if (payer) booking.organizationId ??= payer;
  booking.priceOre = priceOre;
}

/** Lets go of what the booking holds; a day on which its person has another desk goes to that. */
export function letGoOfCover(booking: { id: string; personId: string | null }, done: Done, facts: Facts, outcome: Outcome): void {
  const held = facts.allowances.holds.get(booking.id) ?? [];
  for (const each of held) outcome.entries.push(...release(each.allowance, each.amount, causeOfHold(booking, each, done)));
  facts.allowances.holds.delete(booking.id);
  for (const day of facts.allowances.days.values())
    if (day.desks.has(booking.id)) passOn(day, booking.id, held, done, facts.allowances, outcome);
}

/** A form that was sent is a booking: what another desk of the day holds, it need not hold too. */
export function settleCover(booking: BookingFacts, resource: ResourceFacts, done: Done, facts: Facts, outcome: Outcome): void {
  for (const day of desksOf(booking, resource, facts)) {
    day.desks.set(booking.id, { isForm: false });
    shareDay(day, booking.id, done, facts.allowances, outcome);
  }
}

/** Whoever has a desk has come: the day is used. What is to be paid, and rooms and machines, wait for the end of the booking. */
export function comeToDesk(booking: BookingFacts, resource: ResourceFacts, done: Done, facts: Facts, outcome: Outcome): void {
  const days = desksOf(booking, resource, facts);
  const today = dayIn(done.at, resource.opening.timeZone);
  // one can check in a little before the first day
  const day = days.find((each) => each.day === today) ?? days[0];
  if (day) spendDay(day, booking.id, done, facts.allowances, outcome);
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
  const days = desksOf(booking, resource, facts);
  const used = days.filter((day) => spendDay(day, booking.id, done, facts.allowances, outcome)).length;
  const holds = facts.allowances.holds.get(booking.id) ?? [];
  const standing = holds.filter(({ isStanding }) => isStanding);
  for (const each of holds)
    outcome.entries.push(...(each.isStanding ? makeUseOf : release)(each.allowance, each.amount, causeOfHold(booking, each, done)));
  const price = priceBeyond(booking, resource, used + sumOf(standing));
  if (standing.length < holds.length) booking.priceOre = price;
  // a desk on a day that another has used meanwhile costs nothing more
  else if (used > 0) booking.priceOre = Math.min(booking.priceOre, price);
  facts.allowances.holds.delete(booking.id);
  for (const day of days) day.desks.delete(booking.id);
  booking.usedAt = done.at;
  if (booking.kind === "booking" && booking.priceOre > 0) owe(booking, resource, kind, done, outcome);
}

/** Whether what covered the booking does not any more: what it holds, or what another desk of the day held. */
export function hasLostCover(booking: BookingFacts, resource: ResourceFacts, facts: Facts): boolean {
  const holds = facts.allowances.holds.get(booking.id) ?? [];
  if (holds.some(({ isStanding }) => !isStanding)) return true;
  const held = new Set(holds.map(({ day }) => day));
  return desksOf(booking, resource, facts).some((day) => !held.has(day.day) && !coversDay(day, booking.id, facts.allowances));
}

/** Whether an end is use all the same: a booking given back after its time to do so, or one that nobody came to. */
export function isTooLate(booking: BookingFacts, resource: ResourceFacts, end: End): "late_cancellation" | "no_show" | undefined {
  if (booking.state !== "confirmed" || booking.kind !== "booking") return undefined;
  if (end.as === "released") return "no_show";
  const cancelBy = booking.from.subtract({ minutes: resource.cancelByMinutes });
  if (end.isByHouse) return undefined;
  return end.as === "cancelled" && Temporal.Instant.compare(end.at, cancelBy) > 0 ? "late_cancellation" : undefined;
}

/**
 * Writes what the booking costs beyond what is included. A booking given back too late has no VAT: VAT is of turnover
 * (merverdiavgiftsloven § 1-3 first paragraph a; Skatteetaten's Merverdiavgiftshåndboken 1-3.2), and nothing is delivered: the time is
 * free for others again, and the fee makes good what the house loses. A time nobody came to was kept ready until it was lost, and has it.
 */
function owe(booking: BookingFacts, resource: ResourceFacts, kind: ChargeKind, done: Done, outcome: Outcome): void {
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
    vatPercent: kind === "late_cancellation" ? 0 : vatPercentOf(supply, resource.isVatRegistered),
    subscriptionId: null,
    periodFrom: null,
    bookingId: booking.id,
    orderId: null,
    day: dayIn(booking.from, resource.opening.timeZone),
    at: done.at,
    by: done.by,
  });
}

function desksOf(booking: BookingFacts, resource: ResourceFacts, { allowances }: Facts): DeskDay[] {
  return deskDaysOf(booking, resource).flatMap((day) => dayOf(allowances, day) ?? []);
}

// whose hold it was and for which day stays with what is written against it
function causeOfHold(booking: { id: string; personId: string | null }, held: Held, { by, at }: Done) {
  const personId = held.personId ?? booking.personId;
  return { cause: "booking" as const, bookingId: booking.id, personId, day: held.day, by, at };
}
