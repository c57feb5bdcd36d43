import { sql } from "kysely";
import { type Actor, holdsRole } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import type { Db } from "../../platform/database/database.ts";
import type { Day } from "../../platform/time/day.ts";
import { findNamedOrganization, literally } from "./member-queries.ts";

export interface PersonAtHome {
  id: string;
  name: string;
  /** The member one is at home through; null for a membership of one's own. */
  company: string | null;
}

export interface PeopleAtHomeSearch {
  on: Day;
  text: string;
  person?: string | undefined;
  limit: number;
  /** Name and id of the last one seen. */
  after?: [name: string, id: string] | undefined;
}

/** Who is at home in an organization on a day, themselves or through a company, in Norwegian order; one more than asked for, if there is one. */
export async function peopleAtHome(db: Db, actor: Actor, idOrSlug: string, search: PeopleAtHomeSearch): Promise<PersonAtHome[]> {
  const organization = await findNamedOrganization(db, idOrSlug);
  authorize(actor, organization !== undefined && holdsRole(actor, "host", organization.id));
  return findPeopleAtHome(db, found(organization).id, search);
}

async function findPeopleAtHome(db: Db, organizationId: string, search: PeopleAtHomeSearch): Promise<PersonAtHome[]> {
  const text = literally(search.text.trim());
  const { rows } = await sql<PersonAtHome>`
    select n.id, n.name, case when not h.is_own then o.name end as company
    from (
      select person_id, bool_or(company_id is null) as is_own, min(company_id::text)::uuid as company_id
      from (
        select m.member_person_id as person_id, null::uuid as company_id from memberships m
        where m.organization_id = ${organizationId}::uuid and m.member_person_id is not null and m.during @> ${search.on}::date
        union all
        select p.person_id, p.organization_id from memberships m
        join positions p on p.organization_id = m.member_organization_id and p.during @> ${search.on}::date
        where m.organization_id = ${organizationId}::uuid and m.confirmed_at is not null and m.during @> ${search.on}::date
      ) ways group by person_id
    ) h
    join people n on n.id = h.person_id
    left join organizations o on o.id = h.company_id
    where n.erased_at is null
      and (${search.person ?? null}::uuid is null or n.id = ${search.person ?? null}::uuid)
      and (${text} = '' or search_form(n.name) like '%' || search_form(${text}) || '%')
      and (${search.after?.[0] ?? null}::text is null
        or (n.name collate norwegian, n.id) > (${search.after?.[0] ?? null}::text, ${search.after?.[1] ?? null}::uuid))
    order by n.name collate norwegian, n.id
    limit ${search.limit + 1}`.execute(db);
  return rows;
}
