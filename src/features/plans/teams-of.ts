import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import type { Day } from "../../platform/time/day.ts";

export interface Team {
  id: string;
  slug: string;
  name: string;
}

/** The companies that pay for somebody in a house on a day, by name: those whose team they are on, while it is not paused. */
export function teamsOf(db: Db, spaceId: string, personId: string, day: Day): Promise<Team[]> {
  return db
    .selectFrom("organizations as o")
    .select(["o.id", "o.slug", "o.name"])
    .where("o.id", "in", (those) =>
      those
        .selectFrom("subscription_people as m")
        .innerJoin("subscriptions as s", (join) => join.onRef("s.space_id", "=", "m.space_id").onRef("s.id", "=", "m.subscription_id"))
        .select("s.organization_id")
        .where("m.space_id", "=", spaceId)
        .where("m.person_id", "=", personId)
        .where(sql<boolean>`m.during @> ${day}::date and s.during @> ${day}::date`)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom("subscription_pauses as z")
                .select("z.id")
                .whereRef("z.space_id", "=", "s.space_id")
                .whereRef("z.subscription_id", "=", "s.id")
                .where(sql<boolean>`z.during @> ${day}::date`),
            ),
          ),
        ),
    )
    .orderBy(sql`o.name collate norwegian`)
    .orderBy("o.id")
    .execute();
}
