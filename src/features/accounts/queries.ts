import { sql } from "kysely";
import type { SignedIn } from "../../platform/access/actor.ts";
import type { Db } from "../../platform/database/database.ts";
import { isLanguage, type Language } from "../../platform/language/language.ts";

type PersonRow = { id: string; name: string; email: string; locale: string; positions: { organizationId: string; role: string }[] | null };

/** The person with the positions held on the day, or undefined when erased or unknown. */
export async function findActor(db: Db, personId: string, day: string): Promise<SignedIn | undefined> {
  const row = await personWithPositions(db, day).where("people.id", "=", personId).executeTakeFirst();
  return row && actorOf(row);
}

/** The same by the hash of an API key that is neither revoked nor expired, with the key's scopes. */
export async function findActorByKey(db: Db, keyHash: Buffer, day: string, now: Temporal.Instant): Promise<SignedIn | undefined> {
  const key = await db
    .selectFrom("api_keys")
    .select(["id", "person_id", "scopes"])
    .where("key_hash", "=", keyHash)
    .where("revoked_at", "is", null)
    .where((where) => where.or([where("expires_at", "is", null), where("expires_at", ">", now)]))
    .executeTakeFirst();
  if (!key) return undefined;
  const actor = await findActor(db, key.person_id, day);
  return actor && { ...actor, scopes: key.scopes, keyId: key.id };
}

/** The person of an address, unless erased. */
export function findPersonByEmail(db: Db, email: string) {
  return db
    .selectFrom("people")
    .select(["id", "name", "locale"])
    .where("email", "=", email)
    .where("erased_at", "is", null)
    .executeTakeFirst();
}

/** Whose login it is. */
export async function personOfLogin(db: Db, loginId: string): Promise<string | undefined> {
  const login = await db.selectFrom("logins").select("person_id").where("id", "=", loginId).executeTakeFirst();
  return login?.person_id;
}

/**
 * A login follows its person to a new address. Asked for both the address the person has now and the one the login still has,
 * so that whoever holds an address somebody left cannot sign in by it.
 */
export async function moveLoginToAddress(db: Db, email: string, now: Temporal.Instant): Promise<void> {
  await db
    .updateTable("logins")
    .from("people")
    .set((row) => ({ email: row.ref("people.email"), updated_at: now }))
    .whereRef("people.id", "=", "logins.person_id")
    .whereRef("people.email", "<>", "logins.email")
    .where((where) => where.or([where("people.email", "=", email), where("logins.email", "=", email)]))
    .execute();
}

function personWithPositions(db: Db, day: string) {
  return db
    .selectFrom("people")
    .select(["people.id", "people.name", "people.email", "people.locale"])
    .select((row) =>
      row
        .selectFrom("positions")
        .whereRef("positions.person_id", "=", "people.id")
        .where(sql<boolean>`positions.during @> ${day}::date`)
        .select(sql<PersonRow["positions"]>`jsonb_agg(jsonb_build_object('organizationId', organization_id, 'role', role))`.as("positions"))
        .as("positions"),
    )
    .where("people.erased_at", "is", null);
}

function actorOf(row: PersonRow): SignedIn {
  const positions = row.positions ?? [];
  const language: Language = isLanguage(row.locale) ? row.locale : "nb";
  return {
    kind: "person",
    personId: row.id,
    name: row.name,
    email: row.email,
    language,
    isOperator: positions.some(({ role }) => role === "operator"),
    positions,
  };
}
