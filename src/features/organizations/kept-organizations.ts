import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import type { Day } from "../../platform/time/day.ts";
import { readOrganizationNumber } from "./organization-number.ts";

/** The organizations a network entered and that nobody manages on the day: its coordinators keep them. */
export async function organizationsKeptBy(db: Db, networkId: string, today: Day): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select o.id from organizations o
    where o.entered_by_network_id = ${networkId}::uuid and not exists (
      select from positions p where p.organization_id = o.id and p.role in ('owner', 'manager') and p.during @> ${today}::date)`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}

export type NamedOrganization = { id: string; slug: string; name: string; organizationNumber: string | null };

/** The organizations that these words could stand for, among those given: by slug, organization number or name. */
export async function organizationsByWords(
  db: Db,
  words: readonly string[],
  within: ReadonlySet<string> | "all",
): Promise<NamedOrganization[]> {
  if (words.length === 0) return [];
  const lower = words.map((word) => word.toLowerCase());
  const numbers = words.map((word) => readOrganizationNumber(word) ?? "");
  const among = within === "all" ? sql`true` : sql`id = any(${[...within]}::uuid[])`;
  const { rows } = await sql<NamedOrganization>`
    select id, slug, name, organization_number as "organizationNumber" from organizations
    where ${among} and (slug = any(${lower}::text[]) or organization_number = any(${numbers}::text[]) or lower(name) = any(${lower}::text[]))`.execute(
    db,
  );
  return rows;
}

/** Which of them a word stands for: its number, else its slug, else its name when only one has it. */
export function organizationByWord(organizations: readonly NamedOrganization[], word: string): NamedOrganization | "unknown" | "ambiguous" {
  const number = readOrganizationNumber(word);
  const lower = word.toLowerCase();
  const exact = organizations.find((one) => (number !== undefined ? one.organizationNumber === number : one.slug === lower));
  if (exact) return exact;
  const [named, ...others] = organizations.filter(({ name }) => name.toLowerCase() === lower);
  if (!named) return "unknown";
  return others.length > 0 ? "ambiguous" : named;
}
