import { sql } from "kysely";
import type { Actor } from "../../platform/access/actor.ts";
import { holdsRole } from "../../platform/access/actor.ts";
import type { Db } from "../../platform/database/database.ts";
import type { Day } from "../../platform/time/day.ts";

/** A membership of an organization that is about to be written. */
export type Entering = { organizationId: string; memberOrganizationId: string; from: Day };

/**
 * Whether the memberships count from the start, without the members being asked: whoever enters them speaks for both (a manager
 * there, the operator, who sits at the machine); the member is a record this organization has made and nobody runs yet; or the
 * membership goes on where one the member has agreed to ends. Else the member is asked. In the order given.
 */
export async function agreedAtEntry(tx: Db, actor: Actor | "system", entering: readonly Entering[], today: Day): Promise<boolean[]> {
  if (entering.length === 0) return [];
  const speaksForBoth = entering.map(({ memberOrganizationId }) => actor === "system" || holdsRole(actor, "manager", memberOrganizationId));
  const { rows } = await sql<{ isAgreed: boolean }>`
    select coalesce(o.entered_by_network_id = e.organization_id, false) and not exists (
        select from positions p where p.organization_id = o.id and p.role in ('owner', 'manager') and p.during @> ${today}::date)
      or exists (select from memberships m where m.organization_id = e.organization_id and m.member_organization_id = o.id
        and m.confirmed_at is not null and upper(m.during) = e.first_day) as "isAgreed"
    from unnest(${entering.map(({ organizationId }) => organizationId)}::uuid[], ${entering.map(({ memberOrganizationId }) => memberOrganizationId)}::uuid[],
      ${entering.map(({ from }) => from)}::date[]) with ordinality as e(organization_id, member_id, first_day, place)
    join organizations o on o.id = e.member_id
    order by e.place`.execute(tx);
  return rows.map(({ isAgreed }, place) => isAgreed || (speaksForBoth[place] ?? false));
}
