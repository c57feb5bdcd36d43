import type { Tx } from "../../platform/database/database.ts";
import type { Installation } from "../../platform/installation.ts";
import { announce } from "../../platform/outbox.ts";
import { allowancesToExpire, type LastEntry } from "./allowance-queries.ts";
import { type Allowance, expire } from "./ledger.ts";
import { lockLedger } from "./queries.ts";
import { insertEntries } from "./write-entries.ts";

/** Takes what is left of allowances nobody can use any more. @returns how many */
export async function expireAllowances({ db, now }: Installation): Promise<number> {
  const at = now();
  const spaceIds = new Set((await allowancesToExpire(db, at)).map(({ space_id }) => space_id));
  let expired = 0;
  for (const spaceId of spaceIds) expired += await db.transaction().execute((tx) => expireAt(tx, spaceId, at));
  return expired;
}

/** The same at one house, in the caller's transaction. */
export async function expireAt(tx: Tx, spaceId: string, at: Temporal.Instant): Promise<number> {
  await lockLedger(tx, spaceId);
  const last = await allowancesToExpire(tx, at, spaceId);
  const entries = last.flatMap((row) => expire(allowanceOf(row), { cause: "end", by: null, at }));
  await insertEntries(tx, entries);
  if (entries.length > 0)
    await announce(tx, [{ at, topic: "entitlements.expired", organizationIds: [], payload: { spaceId, count: entries.length } }]);
  return entries.length;
}

/** An allowance as its last entry left it. */
export function allowanceOf(row: LastEntry): Allowance {
  return {
    spaceId: row.space_id,
    subscriptionId: row.subscription_id,
    unit: row.unit,
    periodFrom: row.period_from,
    periodUntil: row.period_until,
    included: 0,
    number: row.number,
    balance: row.balance,
  };
}
