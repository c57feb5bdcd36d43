import { sql } from "kysely";
import type { Tx } from "../../platform/database/database.ts";
import type { Installation } from "../../platform/installation.ts";
import { tryEach } from "../../platform/jobs/try-each.ts";
import { announce } from "../../platform/outbox.ts";
import { type Day, dayIn } from "../../platform/time/day.ts";
import { daysOfRange } from "../spaces/index.ts";
import { allowancesOfPeriod } from "./allowance-queries.ts";
import { type Charge, vatPercentOf } from "./charge.ts";
import { type Entry, grant } from "./ledger.ts";
import { type Period, periodAt } from "./period.ts";
import { includedOf, units } from "./plan.ts";
import { lockLedger, lockSubscription, pausesOf, rhythmOf, type SubscriptionRow, subscriptions } from "./queries.ts";
import { insertCharges, insertEntries } from "./write-entries.ts";

/** Begins the periods whose first day has come: their price is owed, and what they include is granted. @returns how many subscriptions */
export async function beginDuePeriods({ db, now }: Installation): Promise<number> {
  const at = now();
  const due = await subscriptions(db)
    .where("s.next_period_on", "is not", null)
    .where(sql<boolean>`s.next_period_on <= (${at.toString()}::timestamptz at time zone h.time_zone)::date`)
    .orderBy("s.next_period_on")
    .limit(500)
    .execute();
  await tryEach(due, (row) =>
    db.transaction().execute(async (tx) => {
      await lockLedger(tx, row.space_id);
      const current = await lockSubscription(tx, row);
      if (!current) return;
      const begun = await beginPeriods(tx, current, at);
      const of = { subscriptionId: row.id, spaceId: row.space_id };
      const told = begun.map((period) => ({
        at,
        topic: "subscription.period_begun",
        organizationIds: [row.host_id],
        payload: { ...of, ...period },
      }));
      await announce(tx, told);
    }),
  );
  return due.length;
}

/** The same for one subscription, up to today, in the caller's transaction, which holds the ledger of the house. @returns the periods begun */
export async function beginPeriods(tx: Tx, row: SubscriptionRow, at: Temporal.Instant): Promise<Period[]> {
  const begun: Period[] = [];
  const today = dayIn(at, row.time_zone);
  const pauses = await pausesOf(tx, row.space_id, [row.id], row.next_period_on ?? today);
  let next = row.next_period_on;
  while (next !== null && next <= today) {
    const period = periodAt(rhythmOf(row), next);
    if (!period) break;
    const isPaused = pauses.some(({ during }) => holds(during, period.from));
    if (!isPaused) {
      await begin(tx, row, period, at);
      begun.push(period);
    }
    next = nextAfter(row, period);
  }
  await tx
    .updateTable("subscriptions")
    .set({ next_period_on: next })
    .where("space_id", "=", row.space_id)
    .where("id", "=", row.id)
    .execute();
  return begun;
}

/** The first day of the period after one, if the subscription reaches it. */
export function nextAfter(row: Pick<SubscriptionRow, "during" | "period">, period: Period): Day | null {
  const { until } = daysOfRange(row.during);
  return row.period === "once" || (until !== null && period.until >= until) ? null : period.until;
}

async function begin(tx: Tx, row: SubscriptionRow, period: Period, at: Temporal.Instant): Promise<void> {
  const written = await allowancesOfPeriod(tx, row, period.from);
  const entries = units.flatMap((unit): Entry[] => {
    // a booking made ahead has opened it
    if (written.some((one) => one.unit === unit)) return [];
    const allowance = {
      spaceId: row.space_id,
      subscriptionId: row.id,
      unit,
      periodFrom: period.from,
      periodUntil: period.until,
      included: includedOf(row, unit),
      number: 0,
      balance: 0,
    };
    return grant(allowance, { by: null, at });
  });
  await insertEntries(tx, entries);
  await insertCharges(tx, row.price_ore === 0 ? [] : [chargeOf(row, period, at)]);
}

function chargeOf(row: SubscriptionRow, period: Period, at: Temporal.Instant): Charge {
  return {
    spaceId: row.space_id,
    kind: row.period === "once" ? "pack" : "period",
    owedTo: row.host_id,
    personId: row.person_id,
    organizationId: row.organization_id,
    amountOre: row.price_ore,
    supply: row.supply,
    sellerIsVatRegistered: row.vat_registered,
    vatPercent: vatPercentOf(row.supply, row.vat_registered),
    subscriptionId: row.id,
    periodFrom: period.from,
    bookingId: null,
    orderId: null,
    day: period.from,
    at,
    by: null,
  };
}

function holds(range: string, day: Day): boolean {
  const { from, until } = daysOfRange(range);
  return (from === null || from <= day) && (until === null || day < until);
}
