import { sql } from "kysely";
import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import type { Texts } from "../../../platform/database/schema.ts";
import type { Installation } from "../../../platform/installation.ts";
import { type Day, dayIn } from "../../../platform/time/day.ts";
import { findOrganization } from "../../organizations/index.ts";
import { mayAnswerReports } from "../policy.ts";

export interface ReceivedPack {
  id: string;
  number: number;
  from: Day;
  to: Day;
  projectTitles: Texts;
  organizationSlug: string;
  organizationName: string;
  sentAt: Temporal.Instant;
  acceptedOn: Day | null;
  /** By when the funder waits for what it asked for. */
  dueOn: Day | null;
}

/** Reports sent to a funder about what its calls granted: those it has to answer, or those it has answered; the last sent first. */
export async function receivedPacks(
  { db, now }: Installation,
  actor: Actor,
  organization: string,
  { isWaiting, limit, after }: { isWaiting: boolean; limit: number; after?: [string, string] | undefined },
): Promise<ReceivedPack[]> {
  const known = await findOrganization(db, actor, organization, dayIn(now(), "Europe/Oslo"));
  authorize(actor, known !== undefined && mayAnswerReports(actor, known.id));
  const { rows } = await sql<ReceivedPack>`
    select k.id, k.number, k.from_day as "from", k.to_day as "to", p.titles as "projectTitles", o.slug as "organizationSlug",
      o.name as "organizationName", coalesce(k.sent_at, a.sent_at) as "sentAt", k.accepted_on as "acceptedOn",
      case when k.sent_at is null then a.due_on end as "dueOn"
    from report_packs k join fundings f on f.id = k.funding_id join projects p on p.id = f.project_id join organizations o on o.id = p.organization_id
    left join lateral (select a.sent_at, a.due_on from report_pack_answers a where a.pack_id = k.id order by a.answered_at desc, a.id desc limit 1) a on true
    where f.funder_id = ${found(known).id}::uuid and f.submission_id is not null
      and ${isWaiting ? sql`k.sent_at is not null and k.accepted_on is null` : sql`(k.accepted_on is not null or (k.sent_at is null and a.sent_at is not null))`}
      ${after ? sql`and (coalesce(k.sent_at, a.sent_at), k.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``}
    order by coalesce(k.sent_at, a.sent_at) desc, k.id desc limit ${limit + 1}`.execute(db);
  return rows;
}

export function presentReceived({ projectTitles, organizationSlug, organizationName, sentAt, ...pack }: ReceivedPack) {
  const organization = { slug: organizationSlug, name: organizationName };
  return { ...pack, project: { titles: projectTitles, organization }, sentAt: sentAt.toString() };
}
