import { type SqlBool, sql } from "kysely";
import type { Db } from "../../../../platform/database/database.ts";
import type { SettledAs } from "./settlement.ts";

/** Whether a scan that counted nothing has come after all that was settled of its ticket. */
export function isUnsettled(scan: "s" | "d") {
  const of = (column: string) => sql.ref(`${scan}.${column}`);
  return sql<SqlBool>`not exists (select from ticket_settlements f
    where f.event_id = ${of("event_id")} and f.ticket_id = ${of("ticket_id")} and f.settled_at >= ${of("received_at")})`;
}

export interface DoubleRow {
  id: string;
  code: string;
  holder: string | null;
  kind: string;
  organization: string | null;
  scans: { nonce: string; scannedAt: string; door: string | null; scannedBy: string | null; counted: boolean }[];
  isUnsettled: boolean;
  settlement: { stands: string; as: SettledAs; note: string | null; settledAt: string; settledBy: string | null } | null;
}

/** Tickets somebody was let in on while they were used, with their scans and what was settled last; those that are to be settled first. */
export async function doublesOf(db: Db, eventId: string): Promise<DoubleRow[]> {
  const { rows } = await sql<DoubleRow>`
    select k.id, k.code, coalesce(k.holder_name, case when o.id is null then p.name end) as holder, t.name as kind, o.name as organization,
      (select jsonb_agg(jsonb_build_object('nonce', s.nonce, 'scannedAt', s.scanned_at, 'door', s.door, 'scannedBy', b.name, 'counted', s.counted)
          order by s.scanned_at, s.nonce)
        from ticket_scans s left join people b on b.id = s.scanned_by
        where s.event_id = k.event_id and s.ticket_id = k.id and s.kind = 'check_in') as scans,
      exists (select from ticket_scans d where d.event_id = k.event_id and d.ticket_id = k.id and d.kind = 'check_in' and not d.counted
        and ${isUnsettled("d")}) as "isUnsettled",
      (select jsonb_build_object('stands', f.stands, 'as', f.settled_as, 'note', f.note, 'settledAt', f.settled_at, 'settledBy', w.name)
        from ticket_settlements f left join people w on w.id = f.settled_by
        where f.event_id = k.event_id and f.ticket_id = k.id order by f.settled_at desc, f.id desc limit 1) as settlement
    from tickets k join registrations r on r.event_id = k.event_id and r.id = k.registration_id
    join ticket_types t on t.id = k.ticket_type_id join people p on p.id = r.person_id left join organizations o on o.id = r.organization_id
    where k.event_id = ${eventId}::uuid
      and k.id in (select d.ticket_id from ticket_scans d where d.event_id = ${eventId}::uuid and d.kind = 'check_in' and not d.counted)
    order by "isUnsettled" desc, coalesce(k.holder_name, o.name, p.name) collate norwegian, k.id`.execute(db);
  return rows;
}
