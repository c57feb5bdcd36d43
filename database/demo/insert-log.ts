import { sql } from "kysely";
import type { Tx } from "../../src/platform/database/database.ts";
import { newId } from "../../src/platform/database/id.ts";
import { insertAll } from "./insert-all.ts";
import type { Network } from "./network.ts";

interface Done {
  done_at: Temporal.Instant;
  actor_person_id: string;
  action: string;
  subject_kind: string;
  subject_id: string;
  organization_id: string;
  reason: string | null;
  details: object;
}

/** Whoever came in the last of these days stands in the log of the house. */
const daysOfGuests = 30;

/** What people of the network did, as the log would hold it had they done it by hand: read from the rows it left. */
export async function insertLog(tx: Tx, network: Network, now: Temporal.Instant): Promise<void> {
  const since = now.subtract({ hours: 24 * daysOfGuests });
  const { rows } = await sql<Done>`
    select changed_at as done_at, changed_by as actor_person_id, case when from_stage is null then 'candidate.add' else 'candidate.move' end as action,
      'candidate' as subject_kind, candidate_id as subject_id, network_id as organization_id, null as reason,
      case when from_stage is null then '{}'::jsonb else jsonb_build_object('from', from_stage, 'to', to_stage) end as details
    from stage_changes where network_id = ${network.id} and changed_by is not null
    union all
    select n.written_at, n.written_by, 'candidate.note', 'candidate', n.candidate_id, c.network_id, null, '{}'
    from candidate_notes n join candidates c on c.id = n.candidate_id where c.network_id = ${network.id} and n.written_by is not null
    union all
    select closed_at, closed_by, 'settlement.close', 'settlement', id, network_id, null, jsonb_build_object('from', lower(during), 'to', upper(during))
    from settlements where network_id = ${network.id} and closed_by is not null
    union all
    select asked_at, asked_by, 'ledger_correction.ask', 'ledger_correction', id, network_id, reason, '{}'
    from ledger_corrections where network_id = ${network.id} and asked_by is not null
    union all
    select v.published_at, v.published_by, 'agreement.publish', 'agreement', a.id, a.network_id, null,
      jsonb_build_object('version', v.version, 'validFrom', v.valid_from)
    from agreement_versions v join agreements a on a.id = v.agreement_id where a.network_id = ${network.id} and v.published_by is not null
    union all
    select y.accepted_at, y.accepted_by, 'agreement.accept', 'space', s.id, s.organization_id, null, jsonb_build_object('version', y.version)
    from agreement_acceptances y join agreements a on a.id = y.agreement_id join spaces s on s.id = y.space_id
    where a.network_id = ${network.id} and y.accepted_by is not null
    union all
    select k.scanned_at, k.scanned_by, 'day_pass.check_in', 'day_pass', k.pass_id, s.organization_id, null, jsonb_build_object('scannedAt', k.scanned_at)
    from scans k join spaces s on s.id = k.space_id
    where k.space_id in (${sql.join([...network.houses.values()].map(({ id }) => id))}) and k.counted and k.scanned_by is not null and k.scanned_at > ${since}::timestamptz`.execute(
    tx,
  );
  await insertAll(
    tx,
    "audit_log",
    rows.map(({ details, ...row }) => ({ id: newId(row.done_at.epochMilliseconds), ...row, details: JSON.stringify(details) })),
  );
}
