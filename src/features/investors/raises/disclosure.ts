import { type RawBuilder, sql } from "kysely";
import type { Actor } from "../../../platform/access/actor.ts";
import type { Db } from "../../../platform/database/database.ts";
import type { Texts } from "../../../platform/database/schema.ts";
import type { Day } from "../../../platform/time/day.ts";
import { networksRunBy, spokenForBy } from "../policy.ts";
import { type AmountBand, amountBand, type Instrument, type Stage } from "./raise.ts";
import type { Tier } from "./tier.ts";

/** Who looks: by the investors they speak for, as one who runs the network, or as the adviser of the startup. */
export interface Reader {
  investor: { profileId: string } | { organizationIds: string[] };
  networkIds: "all" | string[];
  adviserId: string | null;
}

export function readerOf(actor: Actor): Reader {
  const adviserId = actor.kind === "person" ? actor.personId : null;
  return { investor: { organizationIds: spokenForBy(actor) }, networkIds: networksRunBy(actor), adviserId };
}

/** One investor and nothing else, as the founder sees the raise through its eyes. */
export function asInvestor(profileId: string): Reader {
  return { investor: { profileId }, networkIds: [], adviserId: null };
}

/** Those who run the network, as the founder sees the raise through their eyes. */
export function asNetwork(networkId: string): Reader {
  return { investor: { organizationIds: [] }, networkIds: [networkId], adviserId: null };
}

/** A raise as somebody is told it. What lies beyond the tier was never read. */
export interface Told {
  id: string;
  network: { id: string; slug: string; name: string };
  tier: Tier;
  /** The investor it is told to; null for those who run the network. */
  profileId: string | null;
  stage: Stage;
  instrument: Instrument;
  summaries: Texts;
  band: AmountBand;
  sectors: string[];
  municipalityNumber: string | null;
  municipalityRecordedOn: Day | null;
  publishedAt: Temporal.Instant;
  hasEnded: boolean;
  names: {
    organization: { id: string; slug: string; name: string };
    amountOre: number;
    deadline: Day | null;
    texts: Texts;
    event: { slug: string; titles: Texts } | null;
  } | null;
  contact: { name: string; email: string; phone: string | null; terms: Texts } | null;
}

interface Asked {
  raiseId?: string | undefined;
  networkId?: string | undefined;
  /** Only those that have not ended. */
  isOpen?: boolean;
  /** A draft as it would be told if it were published now. */
  asIfPublished?: boolean;
  page?: { limit: number; after: [publishedAt: string, id: string] | undefined };
}

/**
 * The raises a reader is told of, each as far as some consent that stands lets them see, the newest first. The only way from a raise
 * to anybody but those who wrote it: lists, single raises, introductions, letters, and what the founder is shown as theirs.
 */
export async function disclosedRaises(db: Db, reader: Reader, asked: Asked): Promise<Told[]> {
  const { raiseId, networkId, isOpen = false, asIfPublished = false, page } = asked;
  const { rows } = await sql<Row>`
    with seen as (
      select r.*, coalesce(r.published_at, r.created_at) as told_at, ${profileSeeing(reader)} as profile_id,
        greatest(${rankOf(whichProfiles(reader))}, ${rankOfNetwork(reader)}) as rank
      from raises r
      where (${asIfPublished}::boolean or r.published_at is not null) and (not ${isOpen}::boolean or r.ended_at is null)
        and (${raiseId ?? null}::uuid is null or r.id = ${raiseId ?? null}::uuid)
        and (${networkId ?? null}::uuid is null or r.network_id = ${networkId ?? null}::uuid))
    select s.id, n.id as "networkId", n.slug as "networkSlug", n.name as "networkName", (array['summary', 'names', 'contact'])[s.rank] as tier,
      s.profile_id as "profileId", s.stage, s.instrument, s.summaries, s.amount_ore as "amountOre", o.sectors, s.told_at as "publishedAt",
      o.municipality_number as "municipalityNumber", o.municipality_recorded_on as "municipalityRecordedOn",
      s.ended_at is not null as "hasEnded",
      case when s.rank >= 2 then jsonb_build_object('organization', jsonb_build_object('id', o.id, 'slug', o.slug, 'name', o.name),
        'amountOre', s.amount_ore, 'deadline', s.deadline, 'texts', s.texts,
        'event', (select jsonb_build_object('slug', e.slug, 'titles', e.titles) from events e where e.id = s.event_id and e.status <> 'draft')) end as names,
      case when s.rank >= 3 then jsonb_build_object('name', s.contact_name, 'email', s.contact_email, 'phone', s.contact_phone,
        'terms', s.terms) end as contact
    from seen s join organizations o on o.id = s.organization_id join organizations n on n.id = s.network_id
    where s.rank is not null
      and (${page?.after?.[0] ?? null}::timestamptz is null
        or (s.told_at, s.id) < (${page?.after?.[0] ?? null}::timestamptz, ${page?.after?.[1] ?? null}::uuid))
    order by s.told_at desc, s.id desc
    limit ${page ? page.limit + 1 : null}::integer`.execute(db);
  return rows.map(told);
}

/** The raise as far as the reader is told it; undefined when it is not there for them at all. */
export async function disclosedRaise(db: Db, reader: Reader, raiseId: string, asIfPublished = false): Promise<Told | undefined> {
  const [only] = await disclosedRaises(db, reader, { raiseId, asIfPublished });
  return only;
}

/** How far each investor of a raise's network sees it; those who see nothing have no entry. */
export async function tiersOfInvestors(db: Db, raiseId: string): Promise<Map<string, Tier>> {
  const { rows } = await sql<{ id: string; tier: Tier }>`
    select i.id, (array['summary', 'names', 'contact'])[${rankOf(sql`p.id = i.id`)}] as tier
    from raises r join investor_profiles i on i.network_id = r.network_id and i.ended_at is null where r.id = ${raiseId}::uuid`.execute(db);
  return new Map(rows.filter(({ tier }) => tier !== null).map(({ id, tier }) => [id, tier]));
}

type Row = Omit<Told, "network" | "band"> & { networkId: string; networkSlug: string; networkName: string; amountOre: number };

// the amount leaves this file as a band, but for those who see it in `names`
function told({ networkId, networkSlug, networkName, amountOre, ...row }: Row): Told {
  return { ...row, network: { id: networkId, slug: networkSlug, name: networkName }, band: amountBand(amountOre) };
}

/**
 * The furthest tier, as a number from 1, that a standing consent lets these investors see of the raise of alias `r`. Only investors of
 * its network see anything. After the end only what came of an introduction is left.
 */
function rankOf(isReader: RawBuilder<unknown>): RawBuilder<number | null> {
  return sql<number | null>`(
    select max(array_position(array['summary', 'names', 'contact'], c.tier)) from raise_consents c
    join investor_profiles p on p.network_id = r.network_id and p.ended_at is null and (c.profile_id is null or c.profile_id = p.id)
    where c.raise_id = r.id and c.withdrawn_at is null and (r.ended_at is null or c.introduction_id is not null) and ${isReader})`;
}

function whichProfiles({ investor }: Reader): RawBuilder<unknown> {
  return "profileId" in investor
    ? sql`p.id = ${investor.profileId}::uuid`
    : sql`p.organization_id = any(${investor.organizationIds}::uuid[])`;
}

function profileSeeing(reader: Reader): RawBuilder<unknown> {
  return sql`(select p.id from investor_profiles p where p.network_id = r.network_id and p.ended_at is null and ${whichProfiles(reader)}
    order by p.created_at, p.id limit 1)`;
}

function rankOfNetwork({ networkIds, adviserId }: Reader): RawBuilder<unknown> {
  const runs = networkIds === "all" ? sql`true` : sql`r.network_id = any(${networkIds}::uuid[])`;
  return sql`(case when ${runs} or exists (
    select from enrollments e join programs g on g.id = e.program_id
    where g.organization_id = r.network_id and e.organization_id = r.organization_id and e.adviser_id = ${adviserId}::uuid) then 2 end)`;
}
