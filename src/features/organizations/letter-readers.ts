import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import { isLanguage } from "../../platform/language/language.ts";
import type { Addressee } from "../../platform/mail/index.ts";
import type { Day } from "../../platform/time/day.ts";
import type { PositionRole } from "./position.ts";

/** Somebody who is written to because of a position at the organization. */
export interface LetterReader extends Addressee {
  personId: string;
  name: string;
  organizationId: string;
}

/** Those who hold one of the roles at the organizations on the day, once for each organization, in order of their addresses. */
export async function readersAt(
  db: Db,
  organizationIds: readonly string[],
  roles: readonly PositionRole[],
  day: Day,
): Promise<LetterReader[]> {
  if (organizationIds.length === 0) return [];
  const rows = await db
    .selectFrom("positions as p")
    .innerJoin("people as n", "n.id", "p.person_id")
    .select(["n.id", "n.name", "n.email", "n.locale", "p.organization_id"])
    .distinct()
    .where("p.organization_id", "in", organizationIds)
    .where("p.role", "in", roles)
    .where("n.erased_at", "is", null)
    .where(sql<boolean>`p.during @> ${day}::date`)
    .orderBy("n.email")
    .orderBy("p.organization_id")
    .execute();
  return rows.map(({ id, name, email, locale, organization_id }) => ({
    personId: id,
    name,
    email,
    language: isLanguage(locale) ? locale : "nb",
    organizationId: organization_id,
  }));
}

/** Those of these people who can be written to, with their language. */
export async function readersAmong(db: Db, personIds: readonly string[]): Promise<Omit<LetterReader, "organizationId">[]> {
  if (personIds.length === 0) return [];
  const rows = await db
    .selectFrom("people")
    .select(["id", "name", "email", "locale"])
    .where("id", "in", personIds)
    .where("erased_at", "is", null)
    .orderBy("email")
    .execute();
  return rows.map(({ id, name, email, locale }) => ({ personId: id, name, email, language: isLanguage(locale) ? locale : "nb" }));
}
