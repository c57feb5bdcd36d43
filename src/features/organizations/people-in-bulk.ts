import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";

/** A person as an import knows one. */
export type AddressedPerson = { id: string; name: string; email: string; isErased: boolean };

/** The people of these addresses (in small letters), by address; erased ones too. */
export async function findPeopleByAddress(db: Db, emails: readonly string[]): Promise<Map<string, AddressedPerson>> {
  if (emails.length === 0) return new Map();
  const { rows } = await sql<AddressedPerson>`
    select id, name, email, erased_at is not null as "isErased" from people where email = any(${[...new Set(emails)]}::text[])`.execute(db);
  return new Map(rows.map((row) => [row.email, row]));
}

/** Writes down new people, in one statement. A taken address runs into people_email. */
export async function addPeople(
  tx: Db,
  people: readonly { id: string; name: string; email: string; locale?: string }[],
  at: Temporal.Instant,
): Promise<void> {
  if (people.length === 0) return;
  await tx
    .insertInto("people")
    .values(people.map(({ id, name, email, locale = "nb" }) => ({ id, name, email, locale, created_at: at })))
    .execute();
}
