import { sql } from "kysely";
import type { Tx } from "../../src/platform/database/database.ts";

// what hangs on a row is taken away before it
const ofEvents = [
  ...["event_beds", "event_rooms", "session_attendances", "session_speakers", "event_sessions"],
  ...[
    "survey_answers",
    "survey_marks",
    "event_surveys",
    "event_letter_lines",
    "ticket_settlements",
    "ticket_scans",
    "event_charges",
    "tickets",
  ],
  ...["registration_answers", "registrations", "ticket_type_quotas", "ticket_types", "event_quotas", "event_invitations"],
  ...["event_audience", "event_queue", "event_answer_counts", "event_questions", "event_hosts"],
] as const;

/** Takes away events, and festivals and series, that began on a day or later, with all that hangs on them; those of before stand. */
export async function clearEvents(tx: Tx, from: string): Promise<void> {
  const since = sql<boolean>`(starts_at at time zone time_zone)::date >= ${from}::date`;
  const events = (await tx.selectFrom("events").select("id").where(since).execute()).map(({ id }) => id);
  const standing = await tx.selectFrom("events").select("parent_id").distinct().where(sql<boolean>`not (${since})`).execute();
  const kept = new Set(standing.map((row) => row.parent_id));
  const all = await tx.selectFrom("event_parents").select("id").execute();
  const parents = all.flatMap(({ id }) => (kept.has(id) ? [] : [id]));
  const partners = await tx
    .selectFrom("event_partners")
    .select("id")
    .where((row) =>
      row.or([row("event_id", "=", sql<string>`any(${events}::uuid[])`), row("parent_id", "=", sql<string>`any(${parents}::uuid[])`)]),
    )
    .execute();
  const partnerIds = partners.map(({ id }) => id);

  await sql`delete from partner_exposures where partner_id = any(${partnerIds}::uuid[])`.execute(tx);
  await sql`delete from event_partners where id = any(${partnerIds}::uuid[])`.execute(tx);
  for (const table of ofEvents) await sql`delete from ${sql.table(table)} where event_id = any(${events}::uuid[])`.execute(tx);
  await sql`delete from events where id = any(${events}::uuid[])`.execute(tx);
  await sql`delete from joint_registrations where parent_id = any(${parents}::uuid[])`.execute(tx);
  await sql`delete from event_parent_hosts where parent_id = any(${parents}::uuid[])`.execute(tx);
  await sql`delete from event_parents where id = any(${parents}::uuid[])`.execute(tx);
}
