import { sql } from "kysely";
import type { Actor } from "../../platform/access/actor.ts";
import type { Db } from "../../platform/database/database.ts";
import { isId } from "../../platform/database/id.ts";
import type { Texts } from "../../platform/database/schema.ts";
import type { Day } from "../../platform/time/day.ts";
import type { LogoColumns } from "./logo.ts";
import type { OrganizationKind, Reach, RegisterStatus, Visibility } from "./organization.ts";
import { matches, municipalityDay, municipalityNumber, type OrganizationFilter } from "./organization-filter.ts";
import { reachSql, visibleSql } from "./reach.ts";

/** What the register said, with its date; every part may be missing but status, source and date. */
export interface RegisterRow {
  unitKind: "unit" | "sub_unit";
  organizationNumber: string;
  parentNumber: string | null;
  name: string | null;
  legalForm: string | null;
  foundedOn: Day | null;
  deletedOn: Day | null;
  industryCode: string | null;
  industryStandard: string | null;
  municipalityNumber: string | null;
  address: { lines: string[]; postcode: string | null; town: string | null } | null;
  status: RegisterStatus;
  headcountLeast: number | null;
  headcountMost: number | null;
  headcountOn: Day | null;
  vatRegistered: boolean | null;
  source: string;
  fetchedAt: string;
}

/** An organization with what the register says, its kinds, and how near the reader is. */
export interface OrganizationRow extends LogoColumns {
  id: string;
  slug: string;
  name: string;
  organizationNumber: string | null;
  kinds: OrganizationKind[];
  legalForm: string | null;
  foundedOn: Day | null;
  industryCode: string | null;
  industryStandard: string | null;
  website: string | null;
  languages: string[];
  sectors: string[];
  focusAreas: string[];
  descriptions: Texts;
  visibility: Visibility;
  address: string | null;
  postcode: string | null;
  municipalityNumber: string | null;
  municipalityName: string | null;
  municipalityNameNo: string | null;
  latitude: number | null;
  longitude: number | null;
  contactEmail: string | null;
  contactConfirmedOn: Day | null;
  colour: string | null;
  enteredByNetworkId: string | null;
  isManaged: boolean;
  version: number;
  register: RegisterRow | null;
  reach: Reach;
}

/** An organization in a list. */
export interface OrganizationLine extends LogoColumns {
  id: string;
  slug: string;
  name: string;
  organizationNumber: string | null;
  kinds: OrganizationKind[];
  sectors: string[];
  visibility: Visibility;
  municipalityNumber: string | null;
  municipalityName: string | null;
  municipalityNameNo: string | null;
  registerStatus: RegisterStatus | null;
}

/** The organization with this id or slug, if the actor may see that it is there. */
export async function findOrganization(db: Db, actor: Actor, idOrSlug: string, today: Day): Promise<OrganizationRow | undefined> {
  const key = isId(idOrSlug) ? sql`o.id = ${idOrSlug}::uuid` : sql`o.slug = ${idOrSlug}`;
  const { rows } = await sql<OrganizationRow>`
    select o.id, o.slug, o.name, o.organization_number as "organizationNumber", o.legal_form as "legalForm", o.founded_on as "foundedOn",
      o.industry_code as "industryCode", o.industry_standard as "industryStandard", o.website, o.languages, o.sectors,
      o.focus_areas as "focusAreas", o.descriptions, o.visibility, o.address, o.postcode, o.latitude, o.longitude,
      o.contact_email as "contactEmail", o.contact_confirmed_on as "contactConfirmedOn", o.colour, ${logo},
      o.entered_by_network_id as "enteredByNetworkId", o.version, ${place},
      ${kindsOfOrganization} as kinds,
      exists (select from positions p where p.organization_id = o.id and p.role in ('owner', 'manager') and p.during @> ${today}::date) as "isManaged",
      ${register} as register, ${reachSql(actor, today)} as reach
    from organizations o left join register_entries r on r.organization_id = o.id ${municipalityOfOrganization}
    where ${key} and ${visibleSql(actor, today)}`.execute(db);
  return rows[0];
}

/** Organizations the actor may see, in Norwegian order of names; one more than asked for, if there is one. */
export async function findOrganizations(
  db: Db,
  actor: Actor,
  filter: OrganizationFilter,
  { limit, after }: { limit: number; after?: [name: string, id: string] | undefined },
  today: Day,
): Promise<OrganizationLine[]> {
  const { rows } = await sql<OrganizationLine>`
    select o.id, o.slug, o.name, o.organization_number as "organizationNumber", o.sectors, o.visibility, ${place}, ${logo}, r.status as "registerStatus",
      ${kindsOfOrganization} as kinds
    from organizations o left join register_entries r on r.organization_id = o.id ${municipalityOfOrganization}
    where ${matches(filter)} and ${visibleSql(actor, today)}
      and (${after?.[0] ?? null}::text is null or (o.name collate norwegian, o.id) > (${after?.[0] ?? null}::text, ${after?.[1] ?? null}::uuid))
    order by o.name collate norwegian, o.id
    limit ${limit + 1}`.execute(db);
  return rows;
}

/** How the pages of a network look that the actor may see: the one of that id or slug, or without it the first of the installation. */
export async function findNetworkLook(db: Db, actor: Actor, today: Day, idOrSlug?: string): Promise<NetworkLookRow | undefined> {
  const key = idOrSlug === undefined ? sql`true` : isId(idOrSlug) ? sql`o.id = ${idOrSlug}::uuid` : sql`o.slug = ${idOrSlug}`;
  const kinds = idOrSlug === undefined ? ["network"] : ["network", "cluster"];
  const { rows } = await sql<NetworkLookRow>`
    select o.id, o.slug, o.name, o.colour, ${logo} from organizations o
    where ${key} and exists (select from organization_kinds k where k.organization_id = o.id and k.kind = any(${kinds}))
      and ${visibleSql(actor, today)}
    order by o.name collate norwegian, o.id limit 1`.execute(db);
  return rows[0];
}

type NetworkLookRow = { id: string; slug: string; name: string; colour: string | null } & LogoColumns;

/** The slugs already used that begin with this one. */
export async function slugsLike(db: Db, slug: string): Promise<Set<string>> {
  const rows = await db.selectFrom("organizations").select("slug").where("slug", "like", `${slug}%`).execute();
  return new Set(rows.map((row) => row.slug));
}

const kindsOfOrganization = sql`array(select k.kind from organization_kinds k where k.organization_id = o.id order by k.kind)`;
const logo = sql`o.logo_id as "logoId", o.logo_width as "logoWidth", o.logo_height as "logoHeight", o.logo_ground as "logoGround"`;
const place = sql`${municipalityNumber} as "municipalityNumber", m.name as "municipalityName", m.name_no as "municipalityNameNo"`;
const municipalityOfOrganization = sql`left join municipalities m on m.number = ${municipalityNumber} and m.valid_from <= ${municipalityDay} and (m.valid_to is null or m.valid_to > ${municipalityDay})`;
const register = sql`case when r.organization_id is null then null else jsonb_build_object(
  'unitKind', r.unit_kind, 'organizationNumber', r.organization_number, 'parentNumber', r.parent_number, 'name', r.name,
  'legalForm', r.legal_form, 'foundedOn', r.founded_on, 'deletedOn', r.deleted_on, 'industryCode', r.industry_code,
  'industryStandard', r.industry_standard, 'municipalityNumber', r.municipality_number, 'address', r.address, 'status', r.status,
  'headcountLeast', r.headcount_least, 'headcountMost', r.headcount_most, 'headcountOn', r.headcount_on,
  'vatRegistered', r.vat_registered, 'source', r.source, 'fetchedAt', r.fetched_at) end`;
