import { sql } from "kysely";
import type { Actor } from "../../platform/access/actor.ts";
import type { Db } from "../../platform/database/database.ts";
import { mayChangeGuestTerms } from "./policy.ts";
import { findHost } from "./queries.ts";

/** How many guests a space takes, or undefined for an unknown space. One that never decided takes none. */
export async function guestTermsOf(db: Db, actor: Actor, space: string) {
  const host = await findHost(db, space);
  if (!host) return undefined;
  const row = await db
    .selectFrom("guest_terms")
    .selectAll()
    .select(
      sql<string[]>`array(select day::text from guest_closed_days where space_id = guest_terms.space_id order by day)`.as("closed_days"),
    )
    .where("space_id", "=", host.id)
    .executeTakeFirst();
  return {
    seatsPerWeekday: row?.seats_per_weekday ?? [0, 0, 0, 0, 0, 0, 0],
    askFirst: row?.ask_first ?? false,
    closedDays: row?.closed_days ?? [],
    version: row?.version ?? 0,
    abilities: { change: mayChangeGuestTerms(actor, host.organization_id) },
  };
}
