import { type SqlBool, sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { Texts } from "../../../platform/database/schema.ts";

/** An application that was granted money, and whoever applied has been told. */
export interface Granted {
  submissionId: string;
  title: string;
  call: { slug: string; titles: Texts; timeZone: string };
  funder: { id: string; name: string };
  toldAt: Temporal.Instant;
}

/**
 * What an organization was granted in calls for grants, the latest first: by the number it was applied with, when whoever applied works
 * there on the day. A number anybody may write is no proof of that.
 */
export async function grantedTo(db: Db, organizationId: string, day: string): Promise<Granted[]> {
  const rows = await db
    .selectFrom("call_decisions as d")
    .innerJoin("submissions as s", "s.id", "d.submission_id")
    .innerJoin("calls as c", "c.id", "s.call_id")
    .innerJoin("organizations as f", "f.id", "c.organization_id")
    .innerJoin("organizations as o", "o.organization_number", "s.delivered_number")
    .select(["s.id", "c.slug", "c.titles", "c.time_zone", "f.id as funder_id", "f.name as funder"])
    .select([sql<string>`s.delivered_title`.as("title"), sql<Temporal.Instant>`d.told_at`.as("told_at")])
    .where("o.id", "=", organizationId)
    .where("c.kind", "=", "grant")
    .where("s.state", "=", "submitted")
    .where("s.erased_at", "is", null)
    .where("d.outcome", "=", "awarded")
    .where("d.told_at", "is not", null)
    .where(sql<SqlBool>`d.number = (select max(l.number) from call_decisions l where l.submission_id = d.submission_id)`)
    .where(
      sql<SqlBool>`exists (select from positions p where p.person_id = s.person_id and p.organization_id = o.id and p.during @> ${day}::date)`,
    )
    .orderBy("d.told_at", "desc")
    .orderBy("s.id")
    .execute();
  return rows.map((row) => ({
    submissionId: row.id,
    title: row.title,
    call: { slug: row.slug, titles: row.titles, timeZone: row.time_zone },
    funder: { id: row.funder_id, name: row.funder },
    toldAt: row.told_at,
  }));
}
