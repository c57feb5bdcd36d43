import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import type { Day } from "../../platform/time/day.ts";

export interface VisitCount {
  day: Day;
  announced: number;
  came: number;
  unexpected: number;
}

/** How many visitors a house had on each day of a window, forgotten ones and remembered ones together; the latest day first. */
export async function countVisits(db: Db, spaceId: string, { from, to }: { from: Day; to: Day }): Promise<VisitCount[]> {
  const { rows } = await sql<VisitCount>`
    select day, sum(announced)::integer as announced, sum(came)::integer as came, sum(unexpected)::integer as unexpected from (
      select day, announced, came, unexpected from visit_counts where space_id = ${spaceId} and day between ${from}::date and ${to}::date
      union all
      select day, (is_announced and cancelled_at is null)::integer, (arrived_at is not null)::integer,
        (arrived_at is not null and not is_announced)::integer
      from visits where space_id = ${spaceId} and day between ${from}::date and ${to}::date
    ) counted group by day order by day desc`.execute(db);
  return rows;
}
