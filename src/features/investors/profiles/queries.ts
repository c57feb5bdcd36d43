import { type RawBuilder, sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { Stage } from "../raises/raise.ts";

export interface Place {
  id: string;
  slug: string;
  name: string;
}

/** What an investor of a network looks for. The contact data are for the investor itself, and for whoever it was introduced to. */
export interface ProfileRow {
  id: string;
  network: Place;
  organization: Place;
  ticketFromOre: number | null;
  ticketToOre: number | null;
  stages: Stage[];
  sectors: string[];
  counties: string[];
  looksFor: string | null;
  avoids: string | null;
  hasEnded: boolean;
  version: number;
}

const place = (alias: string) =>
  sql`jsonb_build_object('id', ${sql.ref(`${alias}.id`)}, 'slug', ${sql.ref(`${alias}.slug`)}, 'name', ${sql.ref(`${alias}.name`)})`;

async function profiles(db: Db, where: RawBuilder<unknown>, limit: number | null = null): Promise<ProfileRow[]> {
  const { rows } = await sql<ProfileRow>`
    select p.id, ${place("n")} as network, ${place("o")} as organization, p.ticket_from_ore as "ticketFromOre", p.ticket_to_ore as "ticketToOre",
      p.stages, p.sectors, p.counties, p.looks_for as "looksFor", p.avoids, p.ended_at is not null as "hasEnded", p.version
    from investor_profiles p join organizations n on n.id = p.network_id join organizations o on o.id = p.organization_id
    where ${where} order by o.name collate norwegian, p.id limit ${limit}::integer`.execute(db);
  return rows;
}

export async function findProfile(db: Db, id: string): Promise<ProfileRow | undefined> {
  const [only] = await profiles(db, sql`p.id = ${id}::uuid`);
  return only;
}

/** The investors of a network now, by name; one more than asked for, if there is one. */
export function profilesOfNetwork(
  db: Db,
  networkId: string,
  page?: { limit: number; after: [name: string, id: string] | undefined },
): Promise<ProfileRow[]> {
  const after = sql`(${page?.after?.[0] ?? null}::text is null
    or (o.name collate norwegian, p.id) > (${page?.after?.[0] ?? null}::text, ${page?.after?.[1] ?? null}::uuid))`;
  return profiles(db, sql`p.network_id = ${networkId}::uuid and p.ended_at is null and ${after}`, page ? page.limit + 1 : null);
}

/** The profiles of these organizations that have not ended. */
export function profilesOf(db: Db, organizationIds: readonly string[]): Promise<ProfileRow[]> {
  return profiles(db, sql`p.organization_id = any(${[...organizationIds]}::uuid[]) and p.ended_at is null`);
}

export interface Contact {
  name: string | null;
  email: string | null;
  phone: string | null;
}

/** Whom at the investor one gets in touch with. */
export async function contactOfProfile(db: Db, id: string): Promise<Contact> {
  return await db
    .selectFrom("investor_profiles")
    .select(["contact_name as name", "contact_email as email", "contact_phone as phone"])
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
}
