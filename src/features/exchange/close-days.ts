import { sql } from "kysely";
import type { Installation } from "../../platform/installation.ts";
import { announce } from "../../platform/outbox.ts";
import type { DayPassClaims } from "./claims/day-pass-claims.ts";
import { endPass } from "./end-day-pass.ts";
import { passes } from "./queries.ts";

// how many days back are looked at: a process may have been away
const lookBackDays = 14;

/**
 * Ends what belongs to days that are over in the host's own zone: who came has completed, who held a seat and did not come
 * is a no-show, who still waited leaves the list. Doing it again changes nothing.
 */
export async function closeDays(installation: Installation, claims: DayPassClaims): Promise<void> {
  const { db, now } = installation;
  const isOver = sql<boolean>`p.day < (${now()}::timestamptz at time zone s.time_zone)::date and p.day >= (${now()}::timestamptz)::date - ${lookBackDays}::int`;
  const pending = await passes(db).where(isOver).where("p.state", "in", ["waiting", "offered"]).execute();
  for (const pass of pending) {
    await endPass(installation, claims, pass, {
      ending: pass.state === "offered" ? "offer_lapsed" : pass.waits_for === "host" ? "refused" : "left_list",
      reason: pass.waits_for === "host" ? "no answer" : undefined,
    });
  }
  const over = await passes(db).where(isOver).where("p.state", "in", ["held", "checked_in"]).execute();
  for (const pass of over) {
    const kind = pass.state === "checked_in" ? "completed" : "no_show";
    await db.transaction().execute(async (tx) => {
      const ended = await tx
        .updateTable("day_passes")
        .set({ state: kind })
        .where("space_id", "=", pass.space_id)
        .where("id", "=", pass.id)
        .where("state", "=", pass.state)
        .returning("id")
        .executeTakeFirst();
      if (!ended) return;
      await tx.insertInto("day_pass_endings").values({ space_id: pass.space_id, pass_id: pass.id, kind, ended_at: now() }).execute();
      const payload = {
        passId: pass.id,
        spaceId: pass.space_id,
        day: pass.day,
        personId: pass.person_id,
        homeId: pass.home_id,
        ending: kind,
        state: pass.state,
      };
      await announce(tx, [{ at: now(), topic: "day_pass.ended", organizationIds: [pass.home_id, pass.host_id], payload }]);
    });
  }
}
