import { sql } from "kysely";
import { capital } from "../../../interface/format.ts";
import type { Db } from "../../../platform/database/database.ts";
import type { Installation } from "../../../platform/installation.ts";
import { tryEach } from "../../../platform/jobs/try-each.ts";
import { writtenDay } from "../../../platform/language/written-day.ts";
import type { Day } from "../../../platform/time/day.ts";
import { amountInWords } from "../pages/amounts.ts";
import type { Unit } from "../plan.ts";
import { planName } from "../plan-name.ts";
import { findSubscription } from "../queries.ts";
import { holdersOf, sendPlanLetter } from "./plan-letters.ts";

/** How long before a pack runs out its holder is told. */
export const packDays = 7;

type Allowance = {
  subscription_id: string;
  unit: Unit;
  period_from: Day;
  period_until: Day;
  granted: number;
  balance: number;
};

/** Tells holders once that what a period included is used, and that a pack with something left runs out within a week. */
export async function tellOfAllowances(installation: Installation): Promise<void> {
  const at = installation.now();
  await tryEach(await allowancesToTellOf(installation.db, at), (allowance) => tellOf(installation, allowance, at));
}

async function tellOf(installation: Installation, allowance: Allowance, at: Temporal.Instant): Promise<void> {
  await installation.db.transaction().execute(async (tx) => {
    const row = await findSubscription(tx, allowance.subscription_id);
    if (!row) return;
    const { unit, period_from, period_until, granted, balance } = allowance;
    const kind = balance === 0 ? ("usedUp" as const) : ("runsOut" as const);
    for (const reader of await holdersOf(tx, row, at)) {
      const { language } = reader;
      await sendPlanLetter(tx, installation, reader, {
        kind,
        key: `plans.${kind}/${row.id}/${unit}/${period_from}/${reader.personId}`,
        facts: {
          plan: planName(row.plan_names, language),
          space: row.space_name,
          from: writtenDay(period_from, language),
          until: writtenDay(period_until, language),
          next: "",
          included: "",
          company: row.organization_name ?? "",
          what: kind === "usedUp" ? capital(amountInWords(unit, granted, language)) : amountInWords(unit, balance, language),
        },
      });
    }
  });
}

// what is held is not used yet: it may be given back
async function allowancesToTellOf(db: Db, at: Temporal.Instant): Promise<Allowance[]> {
  const { rows } = await sql<Allowance>`
    with running as materialized (
      select e.space_id, e.subscription_id, e.unit, e.period_from, e.period_until,
        sum(e.amount) filter (where e.kind = 'granted')::integer as granted, sum(e.amount)::integer as balance,
        coalesce(-sum(e.amount) filter (where e.kind in ('held', 'released')), 0)::integer as held, max(e.written_at) as written_at
      from entitlement_entries e
      where e.period_until > ${at.toString()}::timestamptz::date and e.period_from <= ${at.toString()}::timestamptz::date
      group by e.space_id, e.subscription_id, e.unit, e.period_from, e.period_until
    )
    select r.subscription_id, r.unit, r.period_from, r.period_until, r.granted, r.balance
    from running r
    join subscriptions s on s.space_id = r.space_id and s.id = r.subscription_id and s.during @> r.period_from
    join plans p on p.id = s.plan_id
    where (r.balance = 0 and r.held = 0 and r.written_at > ${at.toString()}::timestamptz - interval '2 days' and p.period <> 'once')
      or (r.balance > 0 and p.period = 'once' and r.period_until <= ${at.toString()}::timestamptz::date + ${packDays}::integer)
    order by r.subscription_id, r.unit, r.period_from`.execute(db);
  return rows;
}
