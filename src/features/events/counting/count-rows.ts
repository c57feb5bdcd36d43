import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { OpenedCount } from "./opened-counts.ts";
import { placeHolders } from "./place-holders.ts";

/** One of what a count counts: a person who holds a place, an organization places are registered for, or a ticket. */
export interface CountRow {
  id: string;
  name: string | null;
  organization: string | null;
  /** The kind of ticket and its code; null of people and organizations. */
  ticket: { kind: string; code: string } | null;
  /** Places held. */
  places: number;
  /** Places somebody came on. */
  came: number;
  checkedInAt: string | null;
}

/** The rows behind a count of an event in order of names, from `after` on; one more than asked for, if there is one. */
export async function countRowsOf(db: Db, eventId: string, count: OpenedCount, limit: number, after: [string, string] = ["", zeroId]) {
  const [name, id] = after;
  const { rows } = await sql<CountRow>`
    select * from (${rowsOf[count](eventId)}) n
    where (coalesce(n.name, '') collate norwegian, n.id) > (${name}::text, ${id}::uuid)
    order by coalesce(n.name, '') collate norwegian, n.id limit ${limit + 1}`.execute(db);
  return rows;
}

const zeroId = "00000000-0000-0000-0000-000000000000";

const confirmed = (eventId: string) => sql`r.event_id = ${eventId}::uuid and r.state = 'confirmed'`;
const came = sql`(select count(*) from tickets k where k.event_id = r.event_id and k.registration_id = r.id and k.checked_in_at is not null)`;

const rowsOf: Record<OpenedCount, (eventId: string) => ReturnType<typeof sql>> = {
  people: (eventId) => sql`
    select h.person_id as id, min(h.name) as name, string_agg(distinct o.name, ', ') as organization, null::jsonb as ticket, count(*)::integer as places,
      (count(*) filter (where h.has_come))::integer as came, null::text as "checkedInAt"
    from ${placeHolders} h left join organizations o on o.id = h.organization_id
    where h.event_id = ${eventId}::uuid group by h.person_id`,
  organizations: (eventId) => sql`
    select o.id, o.name, null::text as organization, null::jsonb as ticket, sum(r.quantity)::integer as places,
      sum(${came})::integer as came, null::text as "checkedInAt"
    from registrations r join organizations o on o.id = r.organization_id where ${confirmed(eventId)} group by o.id, o.name`,
  "checked-in": (eventId) => ticketsThat(eventId, sql`k.checked_in_at is not null`),
  "no-shows": (eventId) => ticketsThat(eventId, sql`k.checked_in_at is null and not k.is_cancelled and r.state = 'confirmed'`),
};

function ticketsThat(eventId: string, which: ReturnType<typeof sql>) {
  return sql`
    select k.id, coalesce(k.holder_name, case when o.id is null then p.name end) as name, o.name as organization,
      jsonb_build_object('kind', t.name, 'code', k.code) as ticket, 1 as places, (k.checked_in_at is not null)::integer as came,
      to_char(k.checked_in_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "checkedInAt"
    from tickets k
    join registrations r on r.event_id = k.event_id and r.id = k.registration_id
    join ticket_types t on t.id = k.ticket_type_id
    join people p on p.id = r.person_id left join organizations o on o.id = r.organization_id
    where k.event_id = ${eventId}::uuid and ${which}`;
}
