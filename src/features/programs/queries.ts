import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import { isId } from "../../platform/database/id.ts";
import type { Texts } from "../../platform/database/schema.ts";
import type { Day } from "../../platform/time/day.ts";
import type { ProgramKind } from "./program.ts";

export interface ProgramRow {
  id: string;
  slug: string;
  names: Texts;
  kind: ProgramKind;
  regionName: string | null;
  regionNumbers: string[];
  regionRecordedOn: Day | null;
  version: number;
  createdAt: Temporal.Instant;
  organizationId: string;
  organizationSlug: string;
  organizationName: string;
}

const columns = sql`p.id, p.slug, p.names, p.kind, p.region_name as "regionName", p.region_municipalities as "regionNumbers",
  p.region_recorded_on as "regionRecordedOn", p.version, p.created_at as "createdAt", o.id as "organizationId",
  o.slug as "organizationSlug", o.name as "organizationName"`;

/** The program with this id or slug. */
export async function findProgram(db: Db, idOrSlug: string): Promise<ProgramRow | undefined> {
  const key = isId(idOrSlug) ? sql`p.id = ${idOrSlug}::uuid` : sql`p.slug = ${idOrSlug.toLowerCase()}`;
  const { rows } = await sql<ProgramRow>`
    select ${columns} from programs p join organizations o on o.id = p.organization_id where ${key}`.execute(db);
  return rows[0];
}

/** Programs in order of their slugs, one more than asked for; of one organization, when it is named. */
export async function findPrograms(
  db: Db,
  { organization, after, limit }: { organization?: string | undefined; after?: string | undefined; limit: number },
): Promise<ProgramRow[]> {
  const of =
    organization === undefined ? sql`true` : isId(organization) ? sql`o.id = ${organization}::uuid` : sql`o.slug = ${organization}`;
  const { rows } = await sql<ProgramRow>`
    select ${columns} from programs p join organizations o on o.id = p.organization_id
    where ${of} and p.slug > ${after ?? ""} order by p.slug limit ${limit + 1}`.execute(db);
  return rows;
}

export interface CohortRow {
  id: string;
  name: string;
  from: Day;
  /** The last day, inclusive. */
  until: Day;
}

/** The cohorts of a program, the first first. */
export async function findCohorts(db: Db, programId: string): Promise<CohortRow[]> {
  const { rows } = await sql<CohortRow>`
    select id, name, lower(intake) as "from", upper(intake) - 1 as "until" from program_cohorts where program_id = ${programId}::uuid
    order by intake`.execute(db);
  return rows;
}

export interface TargetRow {
  id: string;
  names: Texts;
  measure: "heads" | "fte" | "intakes";
  amount: number;
  from: Day;
  until: Day;
}

/** The targets of a program that stand, the newest first. */
export async function findTargets(db: Db, programId: string): Promise<TargetRow[]> {
  return db
    .selectFrom("program_targets")
    .select(["id", "names", "measure", "amount", "from_on as from", "until_on as until"])
    .where("program_id", "=", programId)
    .where("withdrawn_at", "is", null)
    .orderBy("from_on", "desc")
    .orderBy("id")
    .$narrowType<{ measure: TargetRow["measure"]; names: Texts }>()
    .execute();
}

/** Every program there is. */
export async function everyProgram(db: Db): Promise<string[]> {
  const rows = await db.selectFrom("programs").select("id").orderBy("slug").execute();
  return rows.map(({ id }) => id);
}

/** The programs of an organization, and of those that are members of it, and of those of these, on a day. */
export async function programsBelow(db: Db, organizationId: string, today: Day): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive below(id) as (
      select ${organizationId}::uuid
      union
      select m.member_organization_id from memberships m join below b on m.organization_id = b.id
      where m.member_organization_id is not null and m.during @> ${today}::date and m.confirmed_at is not null)
    select p.id from programs p where p.organization_id in (select id from below) order by p.slug`.execute(db);
  return rows.map(({ id }) => id);
}
