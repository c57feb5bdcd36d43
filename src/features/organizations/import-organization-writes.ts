import { sql } from "kysely";
import { auditAll } from "../../platform/audit.ts";
import type { Db } from "../../platform/database/database.ts";
import type { ImportScope } from "../../platform/imports/index.ts";
import { announce } from "../../platform/outbox.ts";
import type { OrganizationKind } from "./organization.ts";

/** The columns a file may fill. */
export type OrganizationFields = {
  name: string;
  organization_number: string | null;
  website: string | null;
  address: string | null;
  postcode: string | null;
  municipality_number: string | null;
  latitude: number | null;
  longitude: number | null;
  contact_email: string | null;
  founded_on: string | null;
};

export type ImportedOrganization = OrganizationFields & { id: string; slug: string; kinds: OrganizationKind[] };

export type OrganizationPlan =
  | { kind: "create"; id: string; slug: string; fields: OrganizationFields; kinds: readonly OrganizationKind[] }
  | { kind: "change"; id: string; fields: OrganizationFields; kinds: OrganizationKind[] | null };

/** The organizations some rows may mean, and the slugs that are taken: whatever the number of rows, two statements. */
export async function findForImport(
  db: Db,
  scope: ImportScope,
  rows: readonly { name: string; organization_number?: string | null; slug: string }[],
): Promise<{ organizations: ImportedOrganization[]; slugsTaken: Set<string> }> {
  const mine = scope.within === "all" ? sql`true` : sql`o.id = any(${[...scope.within]}::uuid[])`;
  const { rows: organizations } = await sql<ImportedOrganization>`
    select o.id, o.slug, o.name, o.organization_number, o.website, o.address, o.postcode, o.municipality_number, o.latitude, o.longitude,
      o.contact_email, o.founded_on, array(select k.kind from organization_kinds k where k.organization_id = o.id) as kinds
    from organizations o
    where o.organization_number = any(${rows.map((row) => row.organization_number ?? "")}::text[])
      or o.slug = any(${rows.map(({ slug }) => slug)}::text[])
      or (${mine} and lower(o.name) = any(${rows.map(({ name }) => name.toLowerCase())}::text[]))`.execute(db);
  const patterns = rows.map(({ slug }) => `${slug.slice(0, 60) || "organization"}%`);
  const taken = await sql<{ slug: string }>`select slug from organizations where slug like any(${patterns}::text[])`.execute(db);
  return { organizations, slugsTaken: new Set(taken.rows.map(({ slug }) => slug)) };
}

/** Writes what was planned for some rows, tells of what is new, and logs it. */
export async function writeOrganizations(tx: Db, scope: ImportScope, plans: readonly OrganizationPlan[]): Promise<void> {
  const created = plans.filter((plan) => plan.kind === "create");
  const changed = plans.filter((plan) => plan.kind === "change");
  await add(tx, scope, created);
  await change(tx, scope, changed);
  await announce(
    tx,
    created.map(({ id }) => ({
      at: scope.now,
      topic: "organization.added",
      organizationIds: [scope.organizationId],
      payload: { organizationId: id },
    })),
  );
  await auditAll(
    tx,
    plans.map(({ kind, id }) => ({
      actor: scope.actor,
      at: scope.now,
      action: kind === "create" ? "organization.add" : "organization.change",
      subject: { kind: "organization", id },
      organizationId: scope.organizationId,
      details: { by: "import" },
    })),
  );
}

async function add(tx: Db, scope: ImportScope, plans: readonly Extract<OrganizationPlan, { kind: "create" }>[]): Promise<void> {
  if (plans.length === 0) return;
  await tx
    .insertInto("organizations")
    .values(
      plans.map(({ id, slug, fields }) => ({
        ...fields,
        id,
        slug,
        municipality_recorded_on: fields.municipality_number && scope.today,
        contact_confirmed_on: fields.contact_email && scope.today,
        entered_by_network_id: scope.organizationId,
        created_at: scope.now,
      })),
    )
    .execute();
  await addKinds(tx, plans);
}

async function change(tx: Db, scope: ImportScope, plans: readonly Extract<OrganizationPlan, { kind: "change" }>[]): Promise<void> {
  if (plans.length === 0) return;
  const column = (field: keyof OrganizationFields) => plans.map(({ fields }) => fields[field]);
  await sql`
    update organizations o set name = d.name, name_from = case when o.name = d.name then o.name_from else 'people' end,
      organization_number = d.number, website = d.website, address = d.address, postcode = d.postcode,
      municipality_number = d.municipality,
      municipality_recorded_on = case when o.municipality_number is distinct from d.municipality then ${scope.today}::date else o.municipality_recorded_on end,
      latitude = d.latitude, longitude = d.longitude, contact_email = d.email,
      contact_confirmed_on = case when o.contact_email is distinct from d.email then ${scope.today}::date else o.contact_confirmed_on end,
      founded_on = d.founded, version = o.version + 1
    from unnest(${plans.map(({ id }) => id)}::uuid[], ${column("name")}::text[], ${column("organization_number")}::text[], ${column("website")}::text[],
      ${column("address")}::text[], ${column("postcode")}::text[], ${column("municipality_number")}::text[], ${column("latitude")}::float8[],
      ${column("longitude")}::float8[], ${column("contact_email")}::text[], ${column("founded_on")}::date[])
      as d(id, name, number, website, address, postcode, municipality, latitude, longitude, email, founded)
    where o.id = d.id`.execute(tx);
  const others = plans.flatMap(({ id, kinds }) => (kinds ? [{ id, kinds }] : []));
  if (others.length === 0) return;
  await tx
    .deleteFrom("organization_kinds")
    .where(
      "organization_id",
      "in",
      others.map(({ id }) => id),
    )
    .execute();
  await addKinds(tx, others);
}

async function addKinds(tx: Db, plans: readonly { id: string; kinds: readonly OrganizationKind[] }[]): Promise<void> {
  await tx
    .insertInto("organization_kinds")
    .values(plans.flatMap(({ id, kinds }) => [...new Set(kinds)].map((kind) => ({ organization_id: id, kind }))))
    .execute();
}
