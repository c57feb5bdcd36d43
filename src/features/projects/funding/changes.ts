import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { Stand } from "./amend-funding.ts";

/** How awards have changed since they were decided, the last change first. */
export async function changesOf(db: Db, fundingIds: readonly string[]) {
  if (fundingIds.length === 0) return [];
  return await db
    .selectFrom("funding_changes as c")
    .leftJoin("people as n", "n.id", "c.changed_by")
    .select(["c.id", "c.funding_id as fundingId", "c.reason", "c.agreed_on as agreedOn", "c.agreed_reference as agreedReference"])
    .select(["c.changed_at as changedAt", "n.name as changedBy", sql<Stand>`c.before`.as("before"), sql<Stand>`c.after`.as("after")])
    .where("c.funding_id", "in", fundingIds)
    .orderBy("c.changed_at", "desc")
    .orderBy("c.id", "desc")
    .execute();
}
