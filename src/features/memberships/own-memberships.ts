import { sql } from "kysely";
import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import type { Db } from "../../platform/database/database.ts";
import type { Installation } from "../../platform/installation.ts";
import { dayIn } from "../../platform/time/day.ts";
import { findOrganization, mayEditOrganization } from "../organizations/index.ts";

/** A membership as the organization that is the member sees it. */
export interface OwnMembershipRow {
  id: string;
  during: string;
  confirmed_at: Temporal.Instant | null;
  organization_id: string;
  slug: string;
  name: string;
}

type Asked = { organization: string; limit: number; before: string | undefined };

/** What an organization is a member of, the latest entered first, for those who speak for it. */
export async function readOwnMemberships({ db, now }: Installation, actor: Actor, { organization, limit, before }: Asked) {
  const member = found(await findOrganization(db, actor, organization, dayIn(now(), "Europe/Oslo")));
  authorize(actor, mayEditOrganization(actor, member));
  const rows = await ownMemberships(db)
    .where("m.member_organization_id", "=", member.id)
    .$if(before !== undefined, (query) => query.where("m.id", "<", before ?? ""))
    .orderBy("m.id", "desc")
    .limit(limit)
    .execute();
  return { organization: { id: member.id, slug: member.slug, name: member.name }, rows };
}

/** Memberships with the organization each is in. Filter and order them further. */
export function ownMemberships(db: Db) {
  return db
    .selectFrom("memberships as m")
    .innerJoin("organizations as u", "u.id", "m.organization_id")
    .select(["m.id", "m.confirmed_at", "m.organization_id", "u.slug", "u.name", sql<string>`m.during`.as("during")]);
}
