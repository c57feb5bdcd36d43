import type { Actor } from "../../../platform/access/actor.ts";
import { found } from "../../../platform/access/authorize.ts";
import { mayCoordinate, maySeeSideOf } from "../policy.ts";
import type { CorrectionRow, LedgerRow } from "./ledger-rows.ts";
import type { Party } from "./queries.ts";

/** A row of the ledger as the API shows it. */
export function presentRow(row: LedgerRow, actor: Actor) {
  const isStanding = row.days > 0 && row.reversed_by_id === null && row.correction_id === null;
  return {
    id: row.id,
    day: row.day,
    host: { id: row.host_id, slug: row.host_slug, name: row.host_name },
    home: { id: row.home_id, slug: row.home_slug, name: row.home_name },
    days: row.days,
    amountOre: row.amount_ore,
    overQuota: row.over_quota,
    pass: { id: row.pass_id, code: row.code, checkedInAt: row.checked_in_at?.toString() ?? null },
    space: { slug: row.space_slug, name: row.space_name, timeZone: row.time_zone },
    reason: row.reason,
    reverses: row.reverses_id,
    isReversed: row.reversed_by_id !== null,
    correctionId: row.correction_id,
    period: row.period_id,
    bookedAt: row.booked_at.toString(),
    abilities: { askCorrection: isStanding && [row.host_id, row.home_id].some((id) => maySeeSideOf(actor, id)) },
  };
}

/** A correction as the API shows it. */
export function presentCorrection(row: CorrectionRow, actor: Actor) {
  return {
    id: row.id,
    transactionId: row.transaction_id,
    day: row.day,
    host: { id: row.host_id, slug: row.host_slug, name: row.host_name },
    home: { id: row.home_id, slug: row.home_slug, name: row.home_name },
    amountOre: row.amount_ore,
    code: row.code,
    passId: row.pass_id,
    reason: row.reason,
    askedBy: { id: row.asked_by_organization_id, name: row.asker_name, isHost: row.asked_by_organization_id === row.host_id },
    askedAt: row.asked_at.toString(),
    decision:
      row.decided_at === null
        ? null
        : { accepted: row.accepted ?? false, reason: row.decision_reason, decidedAt: row.decided_at.toString() },
    abilities: { decide: row.decided_at === null && mayCoordinate(actor, row.network_id) },
  };
}

/** An organization by id, as the lists of a window show it. */
export function presentParty(parties: ReadonlyMap<string, Party>, id: string) {
  const { slug, name, town } = found(parties.get(id));
  return { id, slug, name, town };
}

/** The same with where it lies. */
export function presentPlace(parties: ReadonlyMap<string, Party>, id: string) {
  const { latitude, longitude } = found(parties.get(id));
  return { ...presentParty(parties, id), latitude, longitude };
}
