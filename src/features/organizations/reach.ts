import { type RawBuilder, sql } from "kysely";
import type { Actor } from "../../platform/access/actor.ts";
import type { Day } from "../../platform/time/day.ts";
import type { Reach } from "./organization.ts";
import { accessRoles } from "./position.ts";

/**
 * How near the actor is to the organization of alias `o`, as SQL: the rule has to hold inside lists, so that a page of fifty
 * is fifty one may see. Goes upward along memberships, to any depth: two share a network when their ways up meet. An
 * organization's membership leads somewhere only when the member has said yes to it: else anybody could enter it and look.
 * Memberships are read here and written by the feature of that name.
 */
export function reachSql(actor: Actor, today: Day): RawBuilder<Reach> {
  if (actor.kind !== "person") return sql<Reach>`'outside'`;
  if (actor.isOperator) return sql<Reach>`'own'`;
  const own = organizationsOf(actor, accessRoles);
  const coordinated = organizationsOf(actor, ["coordinator"]);
  const keeping = organizationsOf(actor, ["coordinator", "owner", "manager"]);
  return sql<Reach>`(case
    when o.id = any(${own}::uuid[]) or o.entered_by_network_id = any(${keeping}::uuid[])
      or exists (select from memberships k where k.member_organization_id = o.id and k.organization_id = any(${coordinated}::uuid[]) and k.during @> ${today}::date and k.confirmed_at is not null)
      then 'own'
    when exists (
      with recursive up (id) as (
        select o.id
        union select m.organization_id from up join memberships m on m.member_organization_id = up.id where m.during @> ${today}::date and m.confirmed_at is not null
      ), mine (id) as (
        select unnest(${own}::uuid[])
        union select m.organization_id from memberships m where m.member_person_id = ${actor.personId}::uuid and m.during @> ${today}::date
        union select m.organization_id from mine join memberships m on m.member_organization_id = mine.id where m.during @> ${today}::date and m.confirmed_at is not null
      )
      select from up join mine using (id)) then 'fellow'
    else 'outside' end)`;
}

/** The record is there for the actor: the rule of visibility.ts, as SQL. */
export function visibleSql(actor: Actor, today: Day): RawBuilder<boolean> {
  const reach = reachSql(actor, today);
  return sql<boolean>`(case o.visibility when 'public' then true when 'network' then ${reach} <> 'outside' else ${reach} = 'own' end)`;
}

function organizationsOf(actor: Extract<Actor, { kind: "person" }>, roles: readonly string[]): string[] {
  return actor.positions.filter(({ role }) => roles.includes(role)).map(({ organizationId }) => organizationId);
}
