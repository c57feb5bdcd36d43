import { sql } from "kysely";
import { beginPeriods } from "../../src/features/plans/begin-periods.ts";
import { type Allowance, allowanceKey, type Charge, type Entry, vatPercentOf } from "../../src/features/plans/index.ts";
import { hold, makeUseOf } from "../../src/features/plans/ledger.ts";
import { periodAt } from "../../src/features/plans/period.ts";
import { amountOf, includedOf, supplyOf, unitOf } from "../../src/features/plans/plan.ts";
import { rhythmOf, subscriptions } from "../../src/features/plans/queries.ts";
import { insertCharges, insertEntries } from "../../src/features/plans/write-entries.ts";
import { daysOfRange, priceOf } from "../../src/features/spaces/index.ts";
import type { Tx } from "../../src/platform/database/database.ts";
import { dayIn } from "../../src/platform/time/day.ts";
import type { PlacedBooking } from "./booking-board.ts";
import { timeZone } from "./calendar.ts";

type Covered = PlacedBooking & { id: string; organizationId: string | null; usedAt: Temporal.Instant | null };

/**
 * Draws what bookings cost of the allowances their people have, in the order they were made and ended, as deciding them would have:
 * held when booked, used when over, and owed beyond. Changes price and payer of the bookings given.
 */
export async function coverBookings(tx: Tx, bookings: Covered[]): Promise<{ entries: Entry[]; charges: Charge[] }> {
  const holders = await readHolders(tx);
  const known = await readLast(tx);
  const entries: Entry[] = [];
  const charges: Charge[] = [];
  const deskDays = new Set<string>();
  for (const { at, booking, isEnd } of inOrder(bookings)) {
    const cause = { cause: "booking" as const, bookingId: booking.id, personId: booking.personId, by: booking.personId, at };
    if (isEnd) {
      for (const held of booking.holds) entries.push(...makeUseOf(held.allowance, held.amount, { ...cause, by: null }));
      charges.push(...chargeOf(booking, at));
      continue;
    }
    const unit = unitOf(booking.bookable.kind);
    if (unit === undefined || booking.audience === "staff" || booking.personId === null) continue;
    const day = dayIn(booking.from, timeZone);
    const covers = (holders.get(`${booking.bookable.spaceId} ${booking.personId}`) ?? []).flatMap((holder) => {
      const period = holder.holds(day) ? periodAt(holder.rhythm, day) : undefined;
      const included = includedOf(holder.row, unit);
      if (!period || included === 0) return [];
      const fresh = {
        spaceId: booking.bookable.spaceId,
        subscriptionId: holder.row.id,
        unit,
        periodFrom: period.from,
        periodUntil: period.until,
      };
      const allowance = known.get(allowanceKey(fresh)) ?? { ...fresh, included, number: 0, balance: 0 };
      known.set(allowanceKey(allowance), allowance);
      return [{ allowance, payer: holder.row.organization_id }];
    });
    // a day at a desk counts once, however many desks somebody has that day
    const deskDay = `${booking.bookable.spaceId} ${booking.personId} ${day}`;
    const isShared = unit === "day" && deskDays.has(deskDay);
    const amount = isShared ? 0 : amountOf(unit, booking, timeZone);
    const drawn = hold(
      covers.map(({ allowance }) => allowance),
      amount,
      cause,
    );
    entries.push(...drawn.entries);
    booking.holds = drawn.holds;
    booking.booked.organizationId ??= covers[0]?.payer ?? null;
    const covered = drawn.holds.reduce((sum, held) => sum + held.amount, 0);
    const minutes = Math.round((booking.until.epochMilliseconds - booking.from.epochMilliseconds) / 60_000);
    const left = isShared ? 0 : Math.ceil((minutes * (amount - covered)) / amount);
    if (unit === "day" && covered > 0) deskDays.add(deskDay);
    booking.booked.priceOre = left === 0 ? 0 : priceOf(booking.bookable.prices, booking.audience, left);
  }
  return { entries, charges };
}

/** Begins the periods of subscriptions that have come, with what bookings made ahead opened. */
export async function beginDemoPeriods(tx: Tx, now: Temporal.Instant): Promise<void> {
  for (const row of await subscriptions(tx).where("s.next_period_on", "is not", null).execute()) await beginPeriods(tx, row, now);
}

/** Writes what was drawn. */
export async function insertCover(tx: Tx, { entries, charges }: { entries: Entry[]; charges: Charge[] }): Promise<void> {
  for (let from = 0; from < entries.length; from += 1000) await insertEntries(tx, entries.slice(from, from + 1000));
  for (let from = 0; from < charges.length; from += 1000) await insertCharges(tx, charges.slice(from, from + 1000));
}

type Step = {
  at: Temporal.Instant;
  isEnd: boolean;
  booking: Covered & { booked: Covered; holds: { allowance: Allowance; amount: number }[] };
};

function inOrder(bookings: Covered[]): Step[] {
  const steps = bookings.flatMap((booked): Step[] => {
    const booking = { ...booked, booked, holds: [] };
    const ended = booked.usedAt === null ? [] : [{ at: booked.usedAt, isEnd: true, booking }];
    return [{ at: booked.bookedAt, isEnd: false, booking }, ...ended];
  });
  return steps.sort((a, b) => Temporal.Instant.compare(a.at, b.at) || Number(a.isEnd) - Number(b.isEnd));
}

function chargeOf({ booked, id, bookable, personId, from }: Step["booking"], at: Temporal.Instant): Charge[] {
  if (booked.priceOre === 0 || personId === null) return [];
  const supply = supplyOf(bookable.kind);
  return [
    {
      spaceId: bookable.spaceId,
      kind: "booking",
      owedTo: bookable.organizationId,
      personId: booked.organizationId === null ? personId : null,
      organizationId: booked.organizationId,
      amountOre: booked.priceOre,
      supply,
      sellerIsVatRegistered: null,
      vatPercent: vatPercentOf(supply, null),
      subscriptionId: null,
      periodFrom: null,
      bookingId: id,
      orderId: null,
      day: dayIn(from, timeZone),
      at,
      by: null,
    },
  ];
}

// by house and person: those that run out first before others
async function readHolders(tx: Tx) {
  const rows = await subscriptions(tx).orderBy("s.id").execute();
  const people = await tx.selectFrom("subscription_people").select(["subscription_id", "person_id", "during"]).execute();
  const pauses = await tx.selectFrom("subscription_pauses").select(["subscription_id", "during"]).execute();
  const holders = rows.flatMap((row) => {
    const rests = pauses.filter(({ subscription_id }) => subscription_id === row.id);
    const named =
      row.person_id === null
        ? people.filter(({ subscription_id }) => subscription_id === row.id)
        : [{ person_id: row.person_id, during: row.during }];
    return named.map(({ person_id, during }) => ({
      key: `${row.space_id} ${person_id}`,
      row,
      rhythm: rhythmOf(row),
      holds: (day: string) => lies(day, row.during) && lies(day, during) && !rests.some((rest) => lies(day, rest.during)),
    }));
  });
  return Map.groupBy(holders, ({ key }) => key);
}

function lies(day: string, range: string): boolean {
  const { from, until } = daysOfRange(range);
  return range !== "empty" && (from === null || from <= day) && (until === null || day < until);
}

async function readLast(tx: Tx): Promise<Map<string, Allowance>> {
  const rows = await tx
    .selectFrom("entitlement_entries")
    .distinctOn(["space_id", "subscription_id", "unit", "period_from"])
    .select(["space_id", "subscription_id", sql<Allowance["unit"]>`unit`.as("unit"), "period_from", "period_until", "number", "balance"])
    .orderBy("space_id")
    .orderBy("subscription_id")
    .orderBy("unit")
    .orderBy("period_from")
    .orderBy("number", "desc")
    .execute();
  const allowances = rows.map((row) => ({
    spaceId: row.space_id,
    subscriptionId: row.subscription_id,
    unit: row.unit,
    periodFrom: row.period_from,
    periodUntil: row.period_until,
    included: 0,
    number: row.number,
    balance: row.balance,
  }));
  return new Map(allowances.map((allowance) => [allowanceKey(allowance), allowance]));
}
