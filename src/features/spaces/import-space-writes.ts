import { sql } from "kysely";
import { auditAll } from "../../platform/audit.ts";
import type { Db } from "../../platform/database/database.ts";
import type { ImportScope } from "../../platform/imports/index.ts";
import type { Day } from "../../platform/time/day.ts";

/** The columns a file may fill. */
export type SpaceFields = {
  name: string;
  address: string | null;
  postcode: string | null;
  town: string | null;
  municipality_number: string;
  latitude: number;
  longitude: number;
  desks: number;
  contact_email: string | null;
  contact_phone: string | null;
};

export type ImportedSpace = SpaceFields & { id: string; slug: string; organization_id: string };

export type SpacePlan =
  | { kind: "create"; id: string; organizationId: string; slug: string; fields: SpaceFields; openedOn: Day }
  | { kind: "change"; id: string; organizationId: string; fields: SpaceFields };

/** The spaces some rows may mean, and the slugs that are taken. */
export async function findForImport(
  db: Db,
  rows: readonly { slug: string; name: string }[],
): Promise<{ spaces: ImportedSpace[]; slugsTaken: Set<string> }> {
  const { rows: spaces } = await sql<ImportedSpace>`
    select id, slug, organization_id, name, address, postcode, town, municipality_number, latitude, longitude, desks, contact_email, contact_phone
    from spaces
    where slug = any(${rows.map(({ slug }) => slug)}::text[]) or lower(name) = any(${rows.map(({ name }) => name.toLowerCase())}::text[])`.execute(
    db,
  );
  const patterns = rows.map(({ slug }) => `${slug.slice(0, 60) || "organization"}%`);
  const taken = await sql<{ slug: string }>`select slug from spaces where slug like any(${patterns}::text[])`.execute(db);
  return { spaces, slugsTaken: new Set(taken.rows.map(({ slug }) => slug)) };
}

/** Writes what was planned for some rows and logs it. */
export async function writeSpaces(tx: Db, scope: ImportScope, plans: readonly SpacePlan[]): Promise<void> {
  await add(
    tx,
    scope,
    plans.filter((plan) => plan.kind === "create"),
  );
  await change(
    tx,
    scope,
    plans.filter((plan) => plan.kind === "change"),
  );
  await auditAll(
    tx,
    plans.map(({ kind, id, organizationId, fields }) => ({
      actor: scope.actor,
      at: scope.now,
      action: kind === "create" ? "space.open" : "space.change",
      subject: { kind: "space", id },
      organizationId,
      details: { by: "import", name: fields.name },
    })),
  );
}

async function add(tx: Db, scope: ImportScope, plans: readonly Extract<SpacePlan, { kind: "create" }>[]): Promise<void> {
  if (plans.length === 0) return;
  await tx
    .insertInto("spaces")
    .values(
      plans.map(({ id, organizationId, slug, fields, openedOn }) => ({
        ...fields,
        id,
        organization_id: organizationId,
        slug,
        municipality_recorded_on: scope.today,
        contact_confirmed_on: fields.contact_email || fields.contact_phone ? scope.today : null,
        during: `[${openedOn},)`,
        created_at: scope.now,
      })),
    )
    .execute();
}

async function change(tx: Db, scope: ImportScope, plans: readonly Extract<SpacePlan, { kind: "change" }>[]): Promise<void> {
  if (plans.length === 0) return;
  const column = (field: keyof SpaceFields) => plans.map(({ fields }) => fields[field]);
  await sql`
    update spaces s set name = d.name, address = d.address, postcode = d.postcode, town = d.town, municipality_number = d.municipality,
      municipality_recorded_on = case when s.municipality_number <> d.municipality then ${scope.today}::date else s.municipality_recorded_on end,
      latitude = d.latitude, longitude = d.longitude, desks = d.desks, contact_email = d.email, contact_phone = d.phone,
      contact_confirmed_on = case when s.contact_email is distinct from d.email or s.contact_phone is distinct from d.phone
        then ${scope.today}::date else s.contact_confirmed_on end,
      version = s.version + 1
    from unnest(${plans.map(({ id }) => id)}::uuid[], ${column("name")}::text[], ${column("address")}::text[], ${column("postcode")}::text[],
      ${column("town")}::text[], ${column("municipality_number")}::text[], ${column("latitude")}::float8[], ${column("longitude")}::float8[],
      ${column("desks")}::int[], ${column("contact_email")}::text[], ${column("contact_phone")}::text[])
      as d(id, name, address, postcode, town, municipality, latitude, longitude, desks, email, phone)
    where s.id = d.id`.execute(tx);
}
