import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import type { Day } from "../../platform/time/day.ts";
import {
  type AddressedPerson,
  findPeopleByAddress,
  findPositionsOf,
  freeSlug,
  type PlainPosition,
  slugOf,
} from "../organizations/index.ts";

/** A membership as an import knows one. */
export type PlainMembership = { id: string; memberId: string; plan: string | null; from: Day; to: Day | null };

export type KnownCompany = { id: string; name: string; slug: string; organizationNumber: string | null };

/** Everything the database says about some rows, by the keys the rows have. */
export type MemberFacts = {
  people: Map<string, AddressedPerson>;
  memberships: Map<string, PlainMembership[]>;
  companies: KnownCompany[];
  positions: PlainPosition[];
  /** A free word for a new company; each is given once. */
  slugFor(name: string): string;
};

/** Asks for the facts of some rows: the same few statements however many there are. */
export async function memberFacts(
  db: Db,
  organizationId: string,
  rows: readonly { email: string; company: string | null }[],
  slugsGiven: ReadonlySet<string>,
): Promise<MemberFacts> {
  const people = await findPeopleByAddress(
    db,
    rows.map(({ email }) => email),
  );
  const names = [...new Set(rows.flatMap(({ company }) => (company === null ? [] : [company])))];
  const companies = await memberCompanies(db, organizationId, names);
  const personIds = [...people.values()].map(({ id }) => id);
  const companyIds = companies.map(({ id }) => id);
  const memberships = await membershipsOf(db, organizationId, [...personIds, ...companyIds]);
  const positions = await findPositionsOf(db, personIds, companyIds);
  const taken = await slugsTaken(db, names, slugsGiven);
  return {
    people,
    memberships: Map.groupBy(memberships, ({ memberId }) => memberId),
    companies,
    positions,
    slugFor(name) {
      const slug = freeSlug(slugOf(name), taken);
      taken.add(slug);
      return slug;
    },
  };
}

async function membershipsOf(db: Db, organizationId: string, members: readonly string[]): Promise<PlainMembership[]> {
  if (members.length === 0) return [];
  const of = sql`id, plan, lower(during) as from, upper(during) as to from memberships where organization_id = ${organizationId}::uuid`;
  // two halves, so that each goes by its own index
  const { rows } = await sql<PlainMembership>`
    select member_person_id as "memberId", ${of} and member_person_id = any(${[...members]}::uuid[])
    union all
    select member_organization_id, ${of} and member_organization_id = any(${[...members]}::uuid[])
    order by "from"`.execute(db);
  return rows;
}

// Only those that are or were members here: a word in a file must not reach into organizations of others.
async function memberCompanies(db: Db, organizationId: string, words: readonly string[]): Promise<KnownCompany[]> {
  if (words.length === 0) return [];
  const lower = words.map((word) => word.toLowerCase());
  const { rows } = await sql<KnownCompany>`
    select o.id, o.name, o.slug, o.organization_number as "organizationNumber" from organizations o
    where o.id in (select member_organization_id from memberships where organization_id = ${organizationId}::uuid)
      and (o.slug = any(${lower}::text[]) or o.organization_number = any(${words.map(digitsOf)}::text[]) or lower(o.name) = any(${lower}::text[]))`.execute(
    db,
  );
  return rows;
}

async function slugsTaken(db: Db, names: readonly string[], given: ReadonlySet<string>): Promise<Set<string>> {
  if (names.length === 0) return new Set(given);
  const patterns = names.map((name) => `${slugOf(name).slice(0, 60) || "organization"}%`);
  const { rows } = await sql<{ slug: string }>`select slug from organizations where slug like any(${patterns}::text[])`.execute(db);
  return new Set([...given, ...rows.map(({ slug }) => slug)]);
}

/** The nine digits of an organization number as people write it, else "". */
export function digitsOf(word: string): string {
  const digits = word.replace(/[\s.]/g, "").replace(/^NO/i, "").replace(/MVA$/i, "");
  return /^\d{9}$/.test(digits) ? digits : "";
}
