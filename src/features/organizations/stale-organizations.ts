import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import type { Day } from "../../platform/time/day.ts";
import { type LetterReader, readersAt } from "./letter-readers.ts";
import { firstFreshDay } from "./organization.ts";

/** An organization whose contact nobody has confirmed for long, and somebody who may. */
export interface StaleOrganization {
  slug: string;
  name: string;
  reader: LetterReader;
}

/**
 * Organizations with stale contact data, once for each who may confirm it: those who run it; of one that nobody runs yet, the
 * coordinators of the network that entered it.
 */
export async function staleOrganizations(db: Db, today: Day): Promise<StaleOrganization[]> {
  const { rows } = await sql<{ id: string; slug: string; name: string; isManaged: boolean; enteredBy: string | null }>`
    select o.id, o.slug, o.name, o.entered_by_network_id as "enteredBy",
      exists (select from positions p where p.organization_id = o.id and p.role in ('owner', 'manager') and p.during @> ${today}::date) as "isManaged"
    from organizations o
    where o.contact_email is not null and (o.contact_confirmed_on is null or o.contact_confirmed_on < ${firstFreshDay(today)}::date)
    order by o.name collate norwegian, o.id`.execute(db);
  const [managed, kept] = [rows.filter(({ isManaged }) => isManaged), rows.filter(({ isManaged }) => !isManaged)];
  const managers = await readersAt(
    db,
    managed.map(({ id }) => id),
    ["owner", "manager"],
    today,
  );
  const coordinators = await readersAt(db, [...new Set(kept.flatMap(({ enteredBy }) => enteredBy ?? []))], ["coordinator"], today);
  const byPlace = Map.groupBy([...managers, ...coordinators], ({ organizationId }) => organizationId);
  return rows.flatMap(({ id, slug, name, isManaged, enteredBy }) =>
    (byPlace.get((isManaged ? id : enteredBy) ?? "") ?? []).map((reader) => ({ slug, name, reader })),
  );
}
