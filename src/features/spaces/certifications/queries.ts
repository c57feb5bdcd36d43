import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { Texts } from "../../../platform/database/schema.ts";
import type { Day } from "../../../platform/time/day.ts";

/** A certification of another lab that counts here too. */
export type Recognised = { id: string; names: Texts; organization: { id: string; slug: string; name: string } };

/** Certifications with their lab and what they recognise. Filter and order them further. */
export function certifications(db: Db) {
  return db
    .selectFrom("certifications as c")
    .innerJoin("organizations as o", "o.id", "c.organization_id")
    .select(["c.id", "c.organization_id", "c.levels", "c.valid_months", "o.slug as lab_slug", "o.name as lab_name"])
    .select(sql<Texts>`c.names`.as("names"))
    .select(
      sql<Recognised[]>`coalesce((
        select jsonb_agg(jsonb_build_object('id', other.id, 'names', other.names,
          'organization', jsonb_build_object('id', lab.id, 'slug', lab.slug, 'name', lab.name)) order by lab.name collate norwegian, other.id)
        from certification_recognitions n
        join certifications other on other.id = n.recognised_id
        join organizations lab on lab.id = other.organization_id
        where n.certification_id = c.id), '[]')`.as("recognises"),
    );
}

export type CertificationRow = NonNullable<Awaited<ReturnType<typeof findCertification>>>;

export function findCertification(db: Db, id: string) {
  return certifications(db).where("c.id", "=", id).executeTakeFirst();
}

/** What there is to learn, in the order it came; of one lab when it is named by id or slug. */
export function searchCertifications(
  db: Db,
  search: { organizationId: string | undefined; limit: number; after?: [id: string] | undefined },
) {
  const { organizationId, limit, after } = search;
  return certifications(db)
    .where("o.visibility", "=", "public")
    .$if(organizationId !== undefined, (query) => query.where("c.organization_id", "=", organizationId ?? ""))
    .$if(after !== undefined, (query) => query.where("c.id", ">", after?.[0] ?? ""))
    .orderBy("c.id")
    .limit(limit + 1)
    .execute();
}

const grantedOn = sql`(g.granted_at at time zone 'Europe/Oslo')::date`;

/** Certificates with what and whose they are. */
export function certificates(db: Db) {
  return (
    db
      .selectFrom("certificates as g")
      .innerJoin("certifications as c", "c.id", "g.certification_id")
      .innerJoin("organizations as o", "o.id", "c.organization_id")
      .innerJoin("people as p", "p.id", "g.person_id")
      .leftJoin("people as by", "by.id", "g.granted_by")
      .select(["g.id", "g.level", "g.granted_at", "g.reason", "g.person_id", "p.name as person_name", "by.name as granted_by_name"])
      .select(["c.id as certification_id", "c.organization_id", "o.slug as lab_slug", "o.name as lab_name"])
      .select(sql<Texts>`c.names`.as("names"))
      // one that was withdrawn the day it began has no days, and is shown by the day it was granted
      .select(sql<Day>`coalesce(lower(g.during), ${grantedOn})::text`.as("from_day"))
      .select(sql<Day | null>`case when isempty(g.during) then ${grantedOn} else upper(g.during) end::text`.as("until_day"))
  );
}

export type CertificateRow = NonNullable<Awaited<ReturnType<typeof findCertificate>>>;

export function findCertificate(db: Db, id: string) {
  return certificates(db).where("g.id", "=", id).executeTakeFirst();
}

type Slice = { limit: number; after?: [grantedAt: string, id: string] | undefined };

/** Who holds or has held a certification, the newest first. */
export function holdersOf(db: Db, certificationId: string, slice: Slice) {
  return newestFirst(certificates(db).where("g.certification_id", "=", certificationId), slice);
}

/** What a person holds or has held, the newest first. */
export function certificatesOf(db: Db, personId: string, slice: Slice) {
  return newestFirst(certificates(db).where("g.person_id", "=", personId), slice);
}

function newestFirst(query: ReturnType<typeof certificates>, { limit, after }: Slice) {
  return query
    .$if(after !== undefined, (asked) =>
      asked.where(sql<boolean>`(g.granted_at, g.id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`),
    )
    .orderBy("g.granted_at", "desc")
    .orderBy("g.id", "desc")
    .limit(limit + 1)
    .execute();
}
