import { type Quota, type Terms, termsSchema } from "../../src/features/exchange/agreement.ts";
import { holderName } from "../../src/features/exchange/day-pass.ts";
import { isMemberOn, type Stay, stayOf } from "../../src/features/memberships/membership.ts";
import type { Tx } from "../../src/platform/database/database.ts";
import type { Demo } from "./read.ts";

/** One space of the demonstration network as it stands in the database. */
export interface House {
  id: string;
  organizationId: string;
  timeZone: string;
  dutyIds: string[];
  rules: { version: number; publishedAt: Temporal.Instant } | undefined;
  /** Who stands at the front desk. */
  hostId: string | null;
}

/** One person, with the home and the company they take part through, if any. */
export interface Participant {
  id: string;
  name: string;
  holderName: string;
  homeId: string | undefined;
  companyId: string | null;
  isOut: boolean;
}

/** One published version of the agreement. */
export interface Version {
  agreementId: string;
  version: number;
  validFrom: string;
  terms: Terms;
  quotas: Quota[];
  spaceIds: Set<string>;
}

/** The ground the passes stand on: spaces by slug, people by e-mail, organizations by slug. */
export interface Network {
  id: string;
  organizations: Map<string, string>;
  houses: Map<string, House>;
  people: Map<string, Participant>;
  /** The version in force on a day at a space that accepted it. */
  agreementOn(day: string, spaceId: string): Version | undefined;
  /** Whether a person or company is a member of an organization on a day. */
  isMember(organizationId: string, memberId: string, day: string): boolean;
}

/** Reads it from the database, where visitors may have changed it since it was loaded. */
export async function readNetwork(tx: Tx, demo: Demo): Promise<Network> {
  const slugs = [...demo.organizations, ...demo.candidates].map(({ slug }) => slug);
  const found = await tx.selectFrom("organizations").select(["id", "slug"]).where("slug", "in", slugs).execute();
  const organizations = new Map(found.map(({ slug, id }) => [slug, id]));
  const versions = await readVersions(tx, organizations.get(demo.agreement.network) ?? "");
  const stays = await readStays(tx);
  return {
    id: organizations.get(demo.agreement.network) ?? "",
    organizations,
    houses: await readHouses(tx, demo),
    people: await readPeople(tx, demo, organizations),
    agreementOn: (day, spaceId) => versions.findLast(({ validFrom, spaceIds }) => validFrom <= day && spaceIds.has(spaceId)),
    isMember: (organizationId, memberId, day) => (stays.get(`${organizationId} ${memberId}`) ?? []).some((stay) => isMemberOn(stay, day)),
  };
}

async function readHouses(tx: Tx, demo: Demo): Promise<Map<string, House>> {
  const slugs = demo.spaces.map(({ slug }) => slug);
  const rows = await tx.selectFrom("spaces").select(["id", "slug", "organization_id", "time_zone"]).where("slug", "in", slugs).execute();
  const duties = await tx.selectFrom("host_duties").select(["space_id", "id"]).orderBy("space_id").orderBy("place_in_order").execute();
  const rules = await tx.selectFrom("house_rules").select(["space_id", "version", "published_at"]).orderBy("version", "desc").execute();
  const desks = await tx
    .selectFrom("positions")
    .select(["organization_id", "person_id"])
    .where("role", "in", ["host", "owner"])
    .orderBy("role")
    .orderBy("id")
    .execute();
  return new Map(
    rows.map((row) => {
      const newest = rules.find(({ space_id }) => space_id === row.id);
      const house: House = {
        id: row.id,
        organizationId: row.organization_id,
        timeZone: row.time_zone,
        dutyIds: duties.flatMap(({ space_id, id }) => (space_id === row.id ? [id] : [])),
        rules: newest && { version: newest.version, publishedAt: newest.published_at },
        hostId: desks.find(({ organization_id }) => organization_id === row.organization_id)?.person_id ?? null,
      };
      return [row.slug, house];
    }),
  );
}

async function readPeople(tx: Tx, demo: Demo, organizations: Map<string, string>): Promise<Map<string, Participant>> {
  const emails = demo.people.map(({ email }) => email);
  const rows = await tx
    .selectFrom("people")
    .select(["id", "email", "name"])
    .where("email", "in", emails)
    .where("erased_at", "is", null)
    .execute();
  return new Map(
    rows.map(({ id, email, name }) => {
      const person = demo.people.find((one) => one.email === email);
      const participant: Participant = {
        id,
        name,
        holderName: holderName(name),
        homeId: organizations.get(person?.home ?? ""),
        companyId: organizations.get(person?.through ?? "") ?? null,
        isOut: person?.exchangeOptOut === true,
      };
      return [email, participant];
    }),
  );
}

async function readVersions(tx: Tx, networkId: string): Promise<Version[]> {
  const rows = await tx
    .selectFrom("agreement_versions as v")
    .innerJoin("agreements as a", "a.id", "v.agreement_id")
    .select(["v.agreement_id", "v.version", "v.valid_from", "v.terms"])
    .where("a.network_id", "=", networkId)
    .where("v.published_at", "is not", null)
    .orderBy("v.valid_from")
    .execute();
  const quotas = await tx.selectFrom("quotas").select(["id", "agreement_id", "version", "dimension", "days_per_month"]).execute();
  const accepted = await tx
    .selectFrom("agreement_acceptances")
    .select(["agreement_id", "version", "space_id"])
    .where("withdrawn_on", "is", null)
    .execute();
  return rows.map(({ agreement_id, version, valid_from, terms }) => {
    const isOfThis = (row: { agreement_id: string; version: number }) => row.agreement_id === agreement_id && row.version === version;
    return {
      agreementId: agreement_id,
      version,
      validFrom: valid_from,
      terms: termsSchema.parse(terms),
      quotas: quotas
        .filter(isOfThis)
        .map(({ id, dimension, days_per_month }) => ({ id, dimension: dimension as Quota["dimension"], daysPerMonth: days_per_month })),
      spaceIds: new Set(accepted.filter(isOfThis).map(({ space_id }) => space_id)),
    };
  });
}

async function readStays(tx: Tx): Promise<Map<string, Stay[]>> {
  const rows = await tx
    .selectFrom("memberships")
    .select(["organization_id", "member_organization_id", "member_person_id", "during"])
    .execute();
  const stays = new Map<string, Stay[]>();
  for (const { organization_id, member_organization_id, member_person_id, during } of rows) {
    const key = `${organization_id} ${member_organization_id ?? member_person_id}`;
    stays.set(key, [...(stays.get(key) ?? []), stayOf(during)]);
  }
  return stays;
}
