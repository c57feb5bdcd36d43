import type { Actor } from "../../platform/access/actor.ts";
import type { Db } from "../../platform/database/database.ts";
import { newId } from "../../platform/database/id.ts";
import { dayIn } from "../../platform/time/day.ts";
import { agreedAtEntry } from "./agreed-at-entry.ts";
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
 * Writes a membership and tells of it, in the caller's transaction. The caller has authorized and writes the audit log. That
 * of an organization counts when the member agrees (agreed-at-entry.ts).
 * @returns the id of the membership
 * @throws Refusal membership.ends_before_start, membership.of_itself; memberships_no_overlap from the database becomes membership.overlaps
 */
export async function startMembership(tx: Db, actor: Actor, at: Temporal.Instant, given: NewMembership): Promise<string> {
  if (!holdsADay(given)) throw membershipRefusals.endsBeforeStart();
  const row = {
    id: newId(),
    organization_id: given.organizationId,
    member_person_id: "personId" in given.member ? given.member.personId : null,
    member_organization_id: "organizationId" in given.member ? given.member.organizationId : null,
    during: duringOf(given),
  };
  if (row.member_organization_id === row.organization_id) throw membershipRefusals.ofItself();
  const confirmation = await confirmationOf(tx, actor, at, row.member_organization_id, given);
  await tx
    .insertInto("memberships")
    .values({
      ...row,
      ...confirmation,
      plan: given.plan ?? null,
      tier: given.tier ?? null,
      payer: given.payer ?? "member",
      exchange_opt_out: given.exchangeOptOut ?? false,
      note: given.note ?? null,
      created_at: at,
    })
    .execute();
  await announceMembership(tx, at, { ...row, confirmed_at: confirmation.confirmed_at });
  return row.id;
}

async function confirmationOf(
  tx: Db,
  actor: Actor,
  at: Temporal.Instant,
  memberOrganizationId: string | null,
  { organizationId, from }: NewMembership,
) {
  if (memberOrganizationId === null) return { confirmed_at: null, confirmed_by: null };
  const [isAgreed] = await agreedAtEntry(tx, actor, [{ organizationId, memberOrganizationId, from }], dayIn(at, "Europe/Oslo"));
  return { confirmed_at: isAgreed ? at : null, confirmed_by: isAgreed && actor.kind === "person" ? actor.personId : null };
}
