import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import { newId } from "../../../platform/database/id.ts";
import type { BusyTime } from "./reading/busy-time.ts";

/** Keeps what a calendar says is taken in the place of what it said before. An event that is there still keeps its row, with its conflicts. */
export async function writeTimes(tx: Tx, { spaceId, id }: { spaceId: string; id: string }, times: readonly BusyTime[]): Promise<void> {
  const keys = times.map(({ key }) => key);
  await sql`
    delete from outside_times where space_id = ${spaceId} and calendar_id = ${id} and not (event_key = any(${keys}::text[]))`.execute(tx);
  if (times.length === 0) return;
  const moment = (milliseconds: number) => Temporal.Instant.fromEpochMilliseconds(milliseconds).toString();
  await sql`
    insert into outside_times (space_id, id, calendar_id, event_key, starts_at, ends_at, title)
    select ${spaceId}::uuid, n.id, ${id}::uuid, n.event_key, n.starts_at, n.ends_at, n.title
    from unnest(${times.map(() => newId())}::uuid[], ${keys}::text[], ${times.map(({ from }) => moment(from))}::timestamptz[],
      ${times.map(({ until }) => moment(until))}::timestamptz[], ${times.map(({ title }) => title)}::text[]) n(id, event_key, starts_at, ends_at, title)
    on conflict on constraint outside_times_event
      do update set starts_at = excluded.starts_at, ends_at = excluded.ends_at, title = excluded.title`.execute(tx);
}
