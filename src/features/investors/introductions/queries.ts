import { type RawBuilder, sql } from "kysely";
import type { Actor } from "../../../platform/access/actor.ts";
import type { Db } from "../../../platform/database/database.ts";
import type { Day } from "../../../platform/time/day.ts";
import { networksRunBy, spokenForBy } from "../policy.ts";
import type { Place } from "../profiles/queries.ts";
import type { Asker, DeclineWord, IntroductionState, Side } from "./introduction.ts";

/** An introduction with whose it is. Nothing here says who the startup is: that is told as far as the raise is (disclosure.ts). */
export interface IntroductionRow {
  id: string;
  raiseId: string;
  profileId: string;
  networkId: string;
  startupId: string;
  investor: Place;
  profileEnded: boolean;
  askedBySide: Asker;
  note: string | null;
  askedAt: Temporal.Instant;
  expiresOn: Day;
  state: IntroductionState;
  stateSince: Temporal.Instant;
  hasSaidYes: Record<Side, boolean>;
  startupYesBy: string | null;
  introducedOn: Day | null;
  declinedBySide: Side | null;
  declineWord: DeclineWord | null;
  meetings: { id: string; metOn: Day; note: string | null; side: Side }[];
}

async function introductions(db: Db, where: RawBuilder<unknown>, limit: number | null = null): Promise<IntroductionRow[]> {
  const { rows } = await sql<IntroductionRow>`
    select i.id, i.raise_id as "raiseId", i.profile_id as "profileId", r.network_id as "networkId", r.organization_id as "startupId",
      jsonb_build_object('id', o.id, 'slug', o.slug, 'name', o.name) as investor, p.ended_at is not null as "profileEnded",
      i.asked_by_side as "askedBySide", i.note, i.asked_at as "askedAt", i.expires_on as "expiresOn", i.state, i.state_since as "stateSince",
      jsonb_build_object('startup', i.startup_yes_at is not null, 'investor', i.investor_yes_at is not null) as "hasSaidYes",
      i.startup_yes_by as "startupYesBy", i.introduced_on as "introducedOn", i.declined_by_side as "declinedBySide", i.decline_word as "declineWord",
      coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'metOn', m.met_on, 'note', m.note, 'side', m.side) order by m.met_on)
        from introduction_meetings m where m.introduction_id = i.id), '[]') as meetings
    from introductions i join raises r on r.id = i.raise_id join investor_profiles p on p.id = i.profile_id
    join organizations o on o.id = p.organization_id
    where ${where} order by i.asked_at desc, i.id desc limit ${limit}::integer`.execute(db);
  return rows;
}

export async function findIntroduction(db: Db, id: string): Promise<IntroductionRow | undefined> {
  const [only] = await introductions(db, sql`i.id = ${id}::uuid`);
  return only;
}

/** Introductions the actor is a side of, or runs the network of; the latest first. */
export function introductionsOf(
  db: Db,
  actor: Actor,
  {
    network,
    raiseId,
    limit,
    after,
  }: { network?: string | undefined; raiseId?: string | undefined; limit: number; after: [string, string] | undefined },
): Promise<IntroductionRow[]> {
  const own = sql`${spokenForBy(actor)}::uuid[]`;
  const runs = networksRunBy(actor);
  const isRun = runs === "all" ? sql`true` : sql`r.network_id = any(${runs}::uuid[])`;
  return introductions(
    db,
    sql`(r.organization_id = any(${own}) or p.organization_id = any(${own}) or ${isRun})
      and (${network ?? null}::uuid is null or r.network_id = ${network ?? null}::uuid)
      and (${raiseId ?? null}::uuid is null or r.id = ${raiseId ?? null}::uuid)
      and (${after?.[0] ?? null}::timestamptz is null or (i.asked_at, i.id) < (${after?.[0] ?? null}::timestamptz, ${after?.[1] ?? null}::uuid))`,
    limit + 1,
  );
}

/** What was made between a raise and its investors. */
export async function madeFor(
  db: Db,
  raiseId: string,
): Promise<{ id: string; raiseId: string; profileId: string; introducedOn: Day | null }[]> {
  return await db
    .selectFrom("introductions")
    .select(["id", "raise_id as raiseId", "profile_id as profileId", "introduced_on as introducedOn"])
    .where("raise_id", "=", raiseId)
    .where("introduced_on", "is not", null)
    .execute();
}
