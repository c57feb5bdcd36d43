import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { Texts } from "../../../platform/database/schema.ts";
import type { Day } from "../../../platform/time/day.ts";
import type { Place } from "../profiles/queries.ts";
import type { Instrument, Stage } from "./raise.ts";
import type { Tier } from "./tier.ts";

/** A raise whole, as those who wrote it have it. Nobody else is answered from this row: what others see is in disclosure.ts. */
export interface RaiseRow {
  id: string;
  network: Place;
  organization: Place;
  stage: Stage;
  instrument: Instrument;
  summaries: Texts;
  amountOre: number;
  deadline: Day | null;
  texts: Texts;
  event: { id: string; slug: string; titles: Texts } | null;
  terms: Texts;
  contactName: string;
  contactEmail: string;
  contactPhone: string | null;
  createdAt: Temporal.Instant;
  publishedAt: Temporal.Instant | null;
  endedAt: Temporal.Instant | null;
  version: number;
}

const columns = sql`r.id, jsonb_build_object('id', n.id, 'slug', n.slug, 'name', n.name) as network,
  jsonb_build_object('id', o.id, 'slug', o.slug, 'name', o.name) as organization, r.stage, r.instrument, r.summaries,
  r.amount_ore as "amountOre", r.deadline, r.texts, r.terms, r.contact_name as "contactName", r.contact_email as "contactEmail",
  r.contact_phone as "contactPhone", r.created_at as "createdAt", r.published_at as "publishedAt", r.ended_at as "endedAt", r.version,
  (select jsonb_build_object('id', e.id, 'slug', e.slug, 'titles', e.titles) from events e where e.id = r.event_id) as event`;
const tables = sql`raises r join organizations n on n.id = r.network_id join organizations o on o.id = r.organization_id`;

export async function findRaise(db: Db, id: string): Promise<RaiseRow | undefined> {
  const { rows } = await sql<RaiseRow>`select ${columns} from ${tables} where r.id = ${id}::uuid`.execute(db);
  return rows[0];
}

/** The raises of startups, the newest first. */
export async function raisesOf(db: Db, organizationIds: readonly string[]): Promise<RaiseRow[]> {
  const { rows } = await sql<RaiseRow>`
    select ${columns} from ${tables} where r.organization_id = any(${[...organizationIds]}::uuid[])
    order by r.created_at desc, r.id desc`.execute(db);
  return rows;
}

/** Whether one of the startups raises in the network, or did. */
export async function hasRaiseIn(db: Db, organizationIds: readonly string[], networkId: string): Promise<boolean> {
  if (organizationIds.length === 0) return false;
  const one = await db
    .selectFrom("raises")
    .select("id")
    .where("organization_id", "in", organizationIds)
    .where("network_id", "=", networkId)
    .limit(1)
    .executeTakeFirst();
  return one !== undefined;
}

/** Networks with investors that a startup takes part in: as a member, or by one of their programs. */
export async function networksToRaiseIn(db: Db, organizationId: string, today: Day): Promise<Place[]> {
  const { rows } = await sql<Place>`
    select n.id, n.slug, n.name from organizations n
    where exists (select from investor_profiles p where p.network_id = n.id and p.ended_at is null)
      and (exists (select from memberships m where m.organization_id = n.id and m.member_organization_id = ${organizationId}::uuid
          and m.during @> ${today}::date and m.confirmed_at is not null)
        or exists (select from enrollments e join programs g on g.id = e.program_id
          where g.organization_id = n.id and e.organization_id = ${organizationId}::uuid))
    order by n.name collate norwegian`.execute(db);
  return rows;
}

export interface ConsentRow {
  id: string;
  tier: Tier;
  investor: { profileId: string; name: string } | null;
  introductionId: string | null;
  givenAt: Temporal.Instant;
  givenBy: string | null;
  withdrawnAt: Temporal.Instant | null;
  withdrawnBy: string | null;
}

/** Every consent of a raise with who gave it and took it back, the newest first. */
export async function consentsOf(db: Db, raiseId: string): Promise<ConsentRow[]> {
  const { rows } = await sql<ConsentRow>`
    select c.id, c.tier, case when p.id is not null then jsonb_build_object('profileId', p.id, 'name', o.name) end as investor,
      c.introduction_id as "introductionId", c.given_at as "givenAt", g.name as "givenBy", c.withdrawn_at as "withdrawnAt",
      w.name as "withdrawnBy"
    from raise_consents c left join investor_profiles p on p.id = c.profile_id left join organizations o on o.id = p.organization_id
    left join people g on g.id = c.given_by and g.erased_at is null left join people w on w.id = c.withdrawn_by and w.erased_at is null
    where c.raise_id = ${raiseId}::uuid order by c.given_at desc, c.id desc`.execute(db);
  return rows;
}
