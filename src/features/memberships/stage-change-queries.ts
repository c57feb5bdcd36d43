import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import type { Stage } from "./candidate.ts";

/** A move with the names around it. `is_last`: no later move of the candidate stands. */
export interface StageChangeRow {
  id: string;
  candidate_id: string;
  network_id: string;
  name: string;
  from_stage: Stage | null;
  to_stage: Stage;
  reason: string | null;
  changed_at: Temporal.Instant;
  changed_by: string | null;
  undone_at: Temporal.Instant | null;
  membership_id: string | null;
  is_last: boolean;
}

/** Moves of a network, or of one candidate, the latest first; one more than asked for, if there is one. */
export async function findStageChanges(
  db: Db,
  search: { networkId: string; candidateId?: string | undefined; limit: number; after?: string | undefined },
): Promise<StageChangeRow[]> {
  const { rows } = await sql<StageChangeRow>`
    select ${columns} ${from}
    where s.network_id = ${search.networkId}::uuid
      and (${search.candidateId ?? null}::uuid is null or s.candidate_id = ${search.candidateId ?? null}::uuid)
      and (${search.after ?? null}::uuid is null or (s.changed_at, s.id) < (select changed_at, id from stage_changes where id = ${search.after ?? null}::uuid))
    order by s.changed_at desc, s.id desc limit ${search.limit + 1}`.execute(db);
  return rows;
}

/** One move. */
export async function findStageChange(db: Db, id: string): Promise<StageChangeRow | undefined> {
  const { rows } = await sql<StageChangeRow>`select ${columns} ${from} where s.id = ${id}::uuid`.execute(db);
  return rows[0];
}

/** Notes of a candidate, the latest first; one more than asked for, if there is one. */
export function findNotes(db: Db, candidateId: string, limit: number, after: string | undefined) {
  return db
    .selectFrom("candidate_notes")
    .leftJoin("people", "people.id", "candidate_notes.written_by")
    .select(["candidate_notes.id", "candidate_notes.note", "candidate_notes.written_at as writtenAt", "people.name as writtenBy"])
    .where("candidate_notes.candidate_id", "=", candidateId)
    .$if(after !== undefined, (query) => query.where("candidate_notes.id", "<", after ?? ""))
    .orderBy("candidate_notes.id", "desc")
    .limit(limit + 1)
    .execute();
}

const columns = sql`s.id, s.candidate_id, s.network_id, o.name, s.from_stage, s.to_stage, s.reason, s.changed_at, p.name as changed_by,
  s.undone_at, s.membership_id, not exists (select from stage_changes l where l.candidate_id = s.candidate_id and l.undone_at is null
    and (l.changed_at, l.id) > (s.changed_at, s.id)) as is_last`;
const from = sql`from stage_changes s join candidates c on c.id = s.candidate_id join organizations o on o.id = c.organization_id
  left join people p on p.id = s.changed_by`;
