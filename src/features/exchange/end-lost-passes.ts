import { sql } from "kysely";
import type { Installation } from "../../platform/installation.ts";
import type { DayPassClaims } from "./claims/day-pass-claims.ts";
import { endPass } from "./end-day-pass.ts";
import { passes } from "./queries.ts";

/**
 * Ends the coming passes of those who are no longer members of their home on the day itself: by their own membership or
 * through a company. The seat goes to the next on the list; both sides are told. A host that left the agreement honours
 * what is booked, so the host is not asked about here.
 */
export async function endLostPasses(installation: Installation, claims: DayPassClaims, homeId?: string): Promise<number> {
  const { db, now } = installation;
  const lost = await passes(db)
    .where("p.state", "in", ["waiting", "offered", "held"])
    .where(sql<boolean>`p.day >= (${now()}::timestamptz at time zone s.time_zone)::date`)
    .$if(homeId !== undefined, (query) => query.where("p.home_id", "=", homeId ?? ""))
    .where(
      sql<boolean>`not exists (select from memberships m where m.organization_id = p.home_id and m.during @> p.day and m.member_person_id = p.person_id)
        and not exists (select from memberships m join positions c on c.organization_id = m.member_organization_id
          where m.organization_id = p.home_id and m.confirmed_at is not null and m.during @> p.day and c.person_id = p.person_id and c.during @> p.day)`,
    )
    .execute();
  for (const pass of lost) await endPass(installation, claims, pass, { ending: "membership_ended" });
  return lost.length;
}
