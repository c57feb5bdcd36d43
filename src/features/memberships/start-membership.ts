import type { Db } from "../../platform/database/database.ts";
import { newId } from "../../platform/database/id.ts";
import { announceMembership } from "./announce-membership.ts";
import { duringOf, holdsADay, type Payer, type Stay } from "./membership.ts";
import { membershipRefusals } from "./refusals.ts";

/** A membership to be. Exactly one of the two members. */
export interface NewMembership extends Stay {
  organizationId: string;
  member: { personId: string } | { organizationId: string };
  plan?: string | null;
  tier?: string | null;
  payer?: Payer;
  exchangeOptOut?: boolean;
  note?: string | null;
}

/**
 * Writes a membership and tells of it, in the caller's transaction. The caller has authorized and writes the audit log.
 * @returns the id of the membership
 * @throws Refusal membership.ends_before_start, membership.of_itself; memberships_no_overlap from the database becomes membership.overlaps
 */
export async function startMembership(tx: Db, at: Temporal.Instant, given: NewMembership): Promise<string> {
  if (!holdsADay(given)) throw membershipRefusals.endsBeforeStart();
  const row = {
    id: newId(),
    organization_id: given.organizationId,
    member_person_id: "personId" in given.member ? given.member.personId : null,
    member_organization_id: "organizationId" in given.member ? given.member.organizationId : null,
    during: duringOf(given),
  };
  if (row.member_organization_id === row.organization_id) throw membershipRefusals.ofItself();
  await tx
    .insertInto("memberships")
    .values({
      ...row,
      plan: given.plan ?? null,
      tier: given.tier ?? null,
      payer: given.payer ?? "member",
      exchange_opt_out: given.exchangeOptOut ?? false,
      note: given.note ?? null,
      created_at: at,
    })
    .execute();
  await announceMembership(tx, at, row);
  return row.id;
}
