import { sql } from "kysely";
import type { Actor } from "../../platform/access/actor.ts";
import type { Db } from "../../platform/database/database.ts";
import type { Day } from "../../platform/time/day.ts";
import { visibleSql } from "./reach.ts";

/** The sectors or focus areas there are among the organizations the actor may see, the most used first. */
export async function countByWord(
  db: Db,
  actor: Actor,
  words: "sectors" | "focus_areas",
  today: Day,
): Promise<{ key: string; organizations: number }[]> {
  const { rows } = await sql<{ key: string; organizations: number }>`
    select word as key, count(*) as organizations from organizations o cross join unnest(${sql.ref(`o.${words}`)}) as word
    where ${visibleSql(actor, today)} group by word order by organizations desc, word limit 200`.execute(db);
  return rows;
}
