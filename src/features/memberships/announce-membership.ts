import type { Db } from "../../platform/database/database.ts";
import { type Announcement, announce } from "../../platform/outbox.ts";
import { isConfirmed, type Stay, stayOf } from "./membership.ts";

type Membership = {
  id: string;
  organization_id: string;
  member_person_id: string | null;
  member_organization_id: string | null;
  during: string;
  confirmed_at: Temporal.Instant | null;
};

/**
 * Tells that a membership is now so, in the transaction that makes it so. The exchange listens: who leaves before a booked
 * day loses the pass. A membership taken back altogether is told with `to` equal to `from`. One that waits for the member's
 * yes is told as `membership.unconfirmed` as well: the member is asked.
 */
export async function announceMembership(tx: Db, at: Temporal.Instant, row: Membership, stay: Stay = stayOf(row.during)): Promise<void> {
  await announce(tx, announcementsOf(at, row, stay));
}

/** The same for many, in one statement. */
export async function announceMemberships(tx: Db, at: Temporal.Instant, rows: readonly Membership[]): Promise<void> {
  await announce(
    tx,
    rows.flatMap((row) => announcementsOf(at, row, stayOf(row.during))),
  );
}

function announcementsOf(at: Temporal.Instant, row: Membership, stay: Stay): Announcement[] {
  const announcement = {
    at,
    topic: "membership.changed",
    organizationIds: [row.organization_id, ...(row.member_organization_id ? [row.member_organization_id] : [])],
    payload: {
      membershipId: row.id,
      organizationId: row.organization_id,
      memberPersonId: row.member_person_id,
      memberOrganizationId: row.member_organization_id,
      isConfirmed: isConfirmed(row),
      ...stay,
    },
  };
  return isConfirmed(row) ? [announcement] : [announcement, { ...announcement, topic: "membership.unconfirmed" }];
}
