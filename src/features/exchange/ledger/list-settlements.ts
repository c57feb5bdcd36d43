import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import { readPeriod } from "./period.ts";

/** The settlements of a network, the latest period first, one more than `limit`; only those beginning before `before`. */
export async function listSettlements(db: Db, networkId: string, limit: number, before: string | undefined) {
  const rows = await db
    .selectFrom("settlements")
    .select(["id", "during", "closed_at"])
    .where("network_id", "=", networkId)
    .$if(before !== undefined, (query) => query.where(sql<boolean>`lower(during) < ${before}::date`))
    .orderBy(sql`lower(during)`, "desc")
    .limit(limit + 1)
    .execute();
  return rows.map(({ id, during, closed_at }) => ({ id, ...readPeriod(during), closedAt: closed_at.toString() }));
}
