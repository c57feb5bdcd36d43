import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import { newId } from "../../../platform/database/id.ts";
import { addPeople, findPeopleByAddress } from "../../organizations/index.ts";

/** Who registered a place, and for what company. */
interface Place {
  person_id: string;
  registered_by: string;
  locale: string;
  organization_id: string | null;
}

/**
 * Who somebody named on a place is, so that they are counted once however many places they hold: null when it is whoever registered, the person of
 * the address where there is one, and else whoever has that name at that company.
 */
export async function holderIdOf(
  tx: Tx,
  { person_id: personId, registered_by: registeredBy, locale, organization_id: organizationId }: Place,
  { name, email }: { name: string; email: string | null },
  at: Temporal.Instant,
): Promise<string | null> {
  if (email !== null) {
    const id = await personAt(tx, { name, email, locale }, at);
    return id === personId ? null : id;
  }
  if (name.toLowerCase() === registeredBy.toLowerCase()) return null;
  const { rows } = await sql<{
    id: string;
  }>`select md5(${organizationId ?? personId}::text || ' ' || lower(${name}::text))::uuid as id`.execute(tx);
  return rows[0]?.id ?? null;
}

// whoever is not known yet is written down, and becomes known by the address when they sign in; two who name the same one wait for each other
async function personAt(tx: Tx, one: { name: string; email: string; locale: string }, at: Temporal.Instant): Promise<string> {
  await sql`select pg_advisory_xact_lock(hashtext(${`tickets.holder ${one.email}`}))`.execute(tx);
  const known = (await findPeopleByAddress(tx, [one.email])).get(one.email);
  if (known) return known.id;
  const id = newId();
  await addPeople(tx, [{ id, ...one }], at);
  return id;
}
