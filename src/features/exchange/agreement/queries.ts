import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import { isId } from "../../../platform/database/id.ts";
import type { Day } from "../../../platform/time/day.ts";
import { type Dimension, termsSchema } from "../agreement.ts";

/** A version of an agreement, draft or published. */
export type VersionRow = Awaited<ReturnType<typeof versionsOf>>[number];

/** All versions of an agreement, the latest first; drafts before the published. */
export async function versionsOf(db: Db, agreementId: string) {
  const rows = await db
    .selectFrom("agreement_versions as v")
    .where("v.agreement_id", "=", agreementId)
    .select([
      "v.agreement_id",
      "v.version",
      "v.valid_from",
      "v.texts",
      "v.terms",
      "v.published_at",
      "v.revision",
      sql<
        { dimension: Dimension; daysPerMonth: number }[]
      >`coalesce((select jsonb_agg(jsonb_build_object('dimension', q.dimension, 'daysPerMonth', q.days_per_month)
        order by array_position(array['person', 'company', 'person_and_host', 'host'], q.dimension))
        from quotas q where q.agreement_id = v.agreement_id and q.version = v.version), '[]')`.as("quotas"),
    ])
    .orderBy("v.version", "desc")
    .execute();
  return rows.map(({ terms, ...row }) => ({ ...row, terms: termsSchema.parse(terms) }));
}

/** The version in force on a day: the published one that began last. */
export function inForceOn<Version extends { published_at: unknown; valid_from: Day }>(
  versions: readonly Version[],
  day: Day,
): Version | undefined {
  return versions
    .filter(({ published_at, valid_from }) => published_at !== null && valid_from <= day)
    .toSorted((a, b) => (a.valid_from < b.valid_from ? 1 : -1))[0];
}

/** Published versions that begin after a day, the next first. */
export function comingAfter<Version extends { published_at: unknown; valid_from: Day }>(versions: readonly Version[], day: Day): Version[] {
  return versions
    .filter(({ published_at, valid_from }) => published_at !== null && valid_from > day)
    .toSorted((a, b) => (a.valid_from < b.valid_from ? -1 : 1));
}

/** Which spaces have accepted which versions, with those of the network's members that have accepted none. */
export function acceptancesOf(db: Db, agreementId: string, networkId: string, day: Day) {
  return db
    .selectFrom("spaces as s")
    .innerJoin("organizations as o", "o.id", "s.organization_id")
    .leftJoin("agreement_acceptances as c", (join) => join.onRef("c.space_id", "=", "s.id").on("c.agreement_id", "=", agreementId))
    .leftJoin("people as p", "p.id", "c.accepted_by")
    .where((where) =>
      where.or([
        where("c.space_id", "is not", null),
        where.and([
          sql<boolean>`s.during @> ${day}::date`,
          where.exists(
            where
              .selectFrom("memberships as m")
              .select("m.id")
              .where("m.organization_id", "=", networkId)
              .whereRef("m.member_organization_id", "=", "s.organization_id")
              .where("m.confirmed_at", "is not", null)
              .where(sql<boolean>`m.during @> ${day}::date`),
          ),
        ]),
      ]),
    )
    .select([
      "s.id",
      "s.slug",
      "s.name",
      "s.town",
      "s.organization_id",
      "o.name as organization_name",
      "c.version",
      "c.accepted_at",
      "c.withdrawn_on",
      "p.name as accepted_by",
    ])
    .orderBy(sql`s.name collate norwegian`)
    .orderBy("s.id")
    .orderBy("c.version", "desc")
    .execute();
}

/**
 * The spaces that must say yes to a version to go on taking part, or to begin: those that take part now, and those of the
 * network's members that have never answered. One that has left is not asked again.
 */
export async function spacesAskedBy(
  db: Db,
  { agreementId, networkId, version }: { agreementId: string; networkId: string; version: number },
  day: Day,
) {
  const { rows } = await sql<{ slug: string; name: string; organization_id: string }>`
    select s.slug, s.name, s.organization_id
    from spaces s
    where s.during @> ${day}::date
      and not exists (select from agreement_acceptances c where c.agreement_id = ${agreementId} and c.space_id = s.id and c.version = ${version})
      and (exists (select from agreement_acceptances c where c.agreement_id = ${agreementId} and c.space_id = s.id and c.withdrawn_on is null)
        or (exists (select from memberships m where m.organization_id = ${networkId} and m.member_organization_id = s.organization_id and m.confirmed_at is not null and m.during @> ${day}::date)
          and not exists (select from agreement_acceptances c where c.agreement_id = ${agreementId} and c.space_id = s.id)))
    order by s.name collate norwegian, s.id`.execute(db);
  return rows;
}

/** The agreements a space may take part in: of the networks its organization belongs to, and those it has accepted. */
export async function agreementsOpenTo(db: Db, space: { id: string; organization_id: string }, day: Day) {
  const { rows } = await sql<{ id: string; network_id: string; slug: string; name: string }>`
    select a.id, a.network_id, o.slug, o.name
    from agreements a join organizations o on o.id = a.network_id
    where exists (select from memberships m where m.organization_id = a.network_id and m.member_organization_id = ${space.organization_id} and m.confirmed_at is not null and m.during @> ${day}::date)
      or exists (select from agreement_acceptances c where c.agreement_id = a.id and c.space_id = ${space.id})
    order by o.name collate norwegian, a.id`.execute(db);
  return rows;
}

/** The agreement of a network, by the network's id or slug. */
export function agreementOf(db: Db, network: string) {
  return db
    .selectFrom("agreements as a")
    .innerJoin("organizations as o", "o.id", "a.network_id")
    .where(isId(network) ? "o.id" : "o.slug", "=", network.toLowerCase())
    .select(["a.id", "a.network_id", "o.slug", "o.name"])
    .executeTakeFirst();
}
