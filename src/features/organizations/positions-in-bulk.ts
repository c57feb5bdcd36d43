import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import type { Day } from "../../platform/time/day.ts";

/** A position as an import knows one; `to` is the first day it is no longer held. */
export type PlainPosition = {
  id: string;
  personId: string;
  organizationId: string;
  role: string;
  title: string | null;
  from: Day;
  to: Day | null;
};

/** Every position of these people at these organizations. */
export async function findPositionsOf(db: Db, people: readonly string[], organizations: readonly string[]): Promise<PlainPosition[]> {
  if (people.length === 0 || organizations.length === 0) return [];
  const { rows } = await sql<PlainPosition>`
    select id, person_id as "personId", organization_id as "organizationId", role, title, lower(during) as from, upper(during) as to
    from positions where person_id = any(${[...people]}::uuid[]) and organization_id = any(${[...organizations]}::uuid[])`.execute(db);
  return rows;
}

/** Writes down new positions, in one statement. */
export async function addPositions(tx: Db, positions: readonly PlainPosition[]): Promise<void> {
  if (positions.length === 0) return;
  await tx
    .insertInto("positions")
    .values(
      positions.map(({ id, personId, organizationId, role, title, from, to }) => ({
        id,
        person_id: personId,
        organization_id: organizationId,
        role,
        title,
        during: `[${from},${to ?? ""})`,
      })),
    )
    .execute();
}

/** Sets title and end of positions, in one statement. */
export async function changePositions(tx: Db, positions: readonly PlainPosition[]): Promise<void> {
  if (positions.length === 0) return;
  await sql`
    update positions p set title = d.title, during = daterange(lower(p.during), d.until), version = p.version + 1
    from unnest(${positions.map(({ id }) => id)}::uuid[], ${positions.map(({ title }) => title)}::text[], ${positions.map(({ to }) => to)}::date[])
      as d(id, title, until)
    where p.id = d.id`.execute(tx);
}
