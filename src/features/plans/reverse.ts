import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import { audit } from "../../platform/audit.ts";
import { newId } from "../../platform/database/id.ts";
import type { Installation } from "../../platform/installation.ts";
import { announce } from "../../platform/outbox.ts";
import { dayIn } from "../../platform/time/day.ts";
import { allowancesOfPeriod, findEntry } from "./allowance-queries.ts";
import { findCharge } from "./charge-queries.ts";
import { allowanceOf, expireAt } from "./expire-allowances.ts";
import { reverse } from "./ledger.ts";
import { mayManagePlans } from "./policy.ts";
import { lockLedger } from "./queries.ts";
import { reversalRefusals } from "./refusals.ts";
import { insertEntries } from "./write-entries.ts";

/** Meets a charge by an entry against it; the charge itself stays. @throws Refusal reversal.charge_reversed, reversal.not_reversible */
export async function reverseCharge({ db, now }: Installation, actor: Actor, id: string, reason: string): Promise<string> {
  const at = now();
  const reversalId = newId(at.epochMilliseconds);
  await db.transaction().execute(async (tx) => {
    const charge = await findCharge(tx, id);
    authorize(actor, charge !== undefined && mayManagePlans(actor, charge));
    const row = found(charge);
    if (row.kind === "reversal") throw reversalRefusals.notReversible();
    await tx
      .insertInto("charges")
      .values({
        space_id: row.space_id,
        id: reversalId,
        kind: "reversal",
        owed_to: row.owed_to,
        person_id: row.person_id,
        organization_id: row.organization_id,
        amount_ore: -row.amount_ore,
        supply: row.supply,
        seller_is_vat_registered: row.seller_is_vat_registered,
        vat_percent: row.vat_percent,
        subscription_id: row.subscription_id,
        period_from: row.period_from,
        booking_id: row.booking_id,
        order_id: row.order_id,
        hire_id: row.hire_id,
        reverses_id: row.id,
        day: dayIn(at, row.time_zone),
        written_at: at,
        written_by: actor.kind === "person" ? actor.personId : null,
        reason,
      })
      .execute();
    const subject = { kind: "charge", id };
    await audit(tx, { actor, at, action: "charge.reverse", subject, organizationId: row.host_id, reason });
    const payload = { chargeId: id, spaceId: row.space_id, reversalId };
    await announce(tx, [{ at, topic: "charge.reversed", organizationIds: [row.host_id], payload }]);
  });
  return reversalId;
}

/** Gives a use back to its allowance. When the period is over, it expires at once. @throws Refusal reversal.entry_reversed, reversal.not_reversible */
export async function reverseUse({ db, now }: Installation, actor: Actor, id: string, reason: string): Promise<void> {
  const at = now();
  await db.transaction().execute(async (tx) => {
    const entry = await findEntry(tx, id);
    authorize(actor, entry !== undefined && mayManagePlans(actor, entry));
    const row = found(entry);
    if (row.kind !== "used") throw reversalRefusals.notReversible();
    await lockLedger(tx, row.space_id);
    const last = (await allowancesOfPeriod(tx, { space_id: row.space_id, id: row.subscription_id }, row.period_from)).find(
      ({ unit }) => unit === row.unit,
    );
    const by = actor.kind === "person" ? actor.personId : null;
    const cause = {
      cause: "reversal" as const,
      bookingId: row.booking_id ?? undefined,
      personId: row.person_id,
      day: row.day,
      reason,
      by,
      at,
    };
    await insertEntries(tx, reverse(allowanceOf(found(last)), row, cause));
    await expireAt(tx, row.space_id, at);
    const subject = { kind: "entitlement_entry", id };
    await audit(tx, { actor, at, action: "entitlement.reverse", subject, organizationId: row.host_id, reason });
  });
}
