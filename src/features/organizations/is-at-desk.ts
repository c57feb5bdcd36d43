import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import type { Day } from "../../platform/time/day.ts";

/** Whether somebody works at the desk of an organization on a day: as host, manager or owner. */
export async function isAtDesk(db: Db, personId: string, organizationId: string, day: Day): Promise<boolean> {
  const position = await db
    .selectFrom("positions")
    .select("id")
    .where("person_id", "=", personId)
    .where("organization_id", "=", organizationId)
    .where("role", "in", ["host", "manager", "owner"])
    .where(sql<boolean>`during @> ${day}::date`)
    .executeTakeFirst();
  return position !== undefined;
}
