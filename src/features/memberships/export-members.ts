import { z } from "@hono/zod-openapi";
import { type RawBuilder, sql } from "kysely";
import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import type { Db } from "../../platform/database/database.ts";
import { type AnyExport, dayCell, inParts, sheetExport } from "../../platform/http/sheet-export.ts";
import type { Installation } from "../../platform/installation.ts";
import { catalogue } from "../../platform/language/language.ts";
import type { SheetValue } from "../../platform/sheets/index.ts";
import { type Day, dayIn } from "../../platform/time/day.ts";
import { knownPlans, memberColumns } from "./import-columns.ts";
import { findNamedOrganization, findNetwork, findNetworkMembers, literally, type NetworkMemberRow } from "./member-queries.ts";
import { memberFilters } from "./members-contract.ts";
import { stayOf } from "./membership.ts";
import { mayManageMembers } from "./policy.ts";

type PersonMember = { id: string; name: string; email: string; plan: string | null; during: string };
type OrganizationMember = {
  id: string;
  name: string;
  slug: string;
  organizationNumber: string | null;
  tier: string | null;
  during: string;
};
type Narrowed = { organizationId: string; on: Day | undefined; text: string };

/** People who are or were members, in the columns of the import: the file comes back through it unchanged. */
export function peopleMembersFile({ db }: Installation): AnyExport {
  return sheetExport({
    path: "/organizations/{id}/members",
    tag: "memberships",
    summary: "People who are or were members",
    permission: "manager of the organization",
    filters: memberFilters,
    async read({ actor, id, language, filters: { on, q } }) {
      const narrowed = { organizationId: await managedBy(db, actor, id), on, text: q };
      return {
        name: "members",
        titles: memberColumns.map(({ labels }) => labels[language]),
        rows: inParts<PersonMember, SheetValue[]>(
          (last, limit) => peopleAfter(db, narrowed, last, limit),
          ({ name, email, plan, during }) => {
            const { from, to } = stayOf(during);
            const planWord = knownPlans.find(({ key }) => key === plan)?.labels[language] ?? plan;
            return [name, email, planWord, dayCell(from), dayCell(to), null];
          },
        ),
      };
    },
  });
}

/** Organizations that are or were members, for those who manage them. */
export function memberOrganizationsFile({ db }: Installation): AnyExport {
  return sheetExport({
    path: "/organizations/{id}/member-organizations",
    tag: "memberships",
    summary: "Organizations that are or were members",
    permission: "manager of the organization",
    filters: memberFilters,
    async read({ actor, id, language, filters: { on, q } }) {
      const narrowed = { organizationId: await managedBy(db, actor, id), on, text: q };
      return {
        name: "member-organizations",
        titles: titles[language].organizations,
        rows: inParts<OrganizationMember, SheetValue[]>(
          (last, limit) => organizationsAfter(db, narrowed, last, limit),
          ({ name, slug, organizationNumber, tier, during }) => {
            const { from, to } = stayOf(during);
            return [name, slug, organizationNumber, tier, dayCell(from), dayCell(to)];
          },
        ),
      };
    },
  });
}

/** Who makes up a network today, for everyone. */
export function networkMembersFile({ db, now }: Installation): AnyExport {
  return sheetExport({
    path: "/networks/{id}/members",
    tag: "memberships",
    summary: "The members of a network",
    permission: "everyone",
    filters: z.object({}),
    async read({ actor, id, language }) {
      const today = dayIn(now(), "Europe/Oslo");
      const network = found(await findNetwork(db, actor, id, today));
      const search = { networkId: network.id, today };
      return {
        name: "network-members",
        titles: titles[language].network,
        rows: inParts<NetworkMemberRow, SheetValue[]>(
          (last, limit) => findNetworkMembers(db, actor, { ...search, limit: limit - 1, after: last && [last.name, last.id] }),
          ({ name, slug, municipality, website, during }) => [name, slug, municipality, website, dayCell(stayOf(during).from)],
        ),
      };
    },
  });
}

const titles = catalogue({
  nb: {
    organizations: ["Navn", "Adresseord", "Organisasjonsnummer", "Medlemsklasse", "Fra", "Til"],
    network: ["Navn", "Adresseord", "Kommune", "Nettsted", "Medlem fra"],
  },
  nn: {
    organizations: ["Namn", "Adresseord", "Organisasjonsnummer", "Medlemsklasse", "Frå", "Til"],
    network: ["Namn", "Adresseord", "Kommune", "Nettstad", "Medlem frå"],
  },
  en: {
    organizations: ["Name", "Slug", "Organization number", "Tier", "From", "To"],
    network: ["Name", "Slug", "Municipality", "Website", "Member from"],
  },
});

async function managedBy(db: Db, actor: Actor, id: string): Promise<string> {
  const organization = await findNamedOrganization(db, id);
  authorize(actor, organization !== undefined && mayManageMembers(actor, organization));
  return found(organization).id;
}

async function peopleAfter(db: Db, narrowed: Narrowed, last: PersonMember | undefined, limit: number): Promise<PersonMember[]> {
  const { rows } = await sql<PersonMember>`
    select m.id, p.name, p.email, m.plan, m.during from memberships m join people p on p.id = m.member_person_id
    where ${isNarrowed(narrowed, { name: sql`p.name`, address: sql`p.email` })} and p.erased_at is null
      and (${last?.name ?? null}::text is null or (p.name collate norwegian, m.id) > (${last?.name ?? null}::text, ${last?.id ?? null}::uuid))
    order by p.name collate norwegian, m.id limit ${limit}`.execute(db);
  return rows;
}

async function organizationsAfter(
  db: Db,
  narrowed: Narrowed,
  last: OrganizationMember | undefined,
  limit: number,
): Promise<OrganizationMember[]> {
  const { rows } = await sql<OrganizationMember>`
    select m.id, o.name, o.slug, m.tier, m.during,
      case when m.confirmed_at is not null or o.visibility = 'public' then o.organization_number end as "organizationNumber"
    from memberships m join organizations o on o.id = m.member_organization_id
    where ${isNarrowed(narrowed, { name: sql`o.name`, address: sql`o.contact_email` })}
      and (${last?.name ?? null}::text is null or (o.name collate norwegian, m.id) > (${last?.name ?? null}::text, ${last?.id ?? null}::uuid))
    order by o.name collate norwegian, m.id limit ${limit}`.execute(db);
  return rows;
}

function isNarrowed(
  { organizationId, on, text: typed }: Narrowed,
  { name, address }: { name: RawBuilder<unknown>; address: RawBuilder<unknown> },
) {
  const text = literally(typed.trim());
  return sql`m.organization_id = ${organizationId}::uuid and (${on ?? null}::date is null or m.during @> ${on ?? null}::date)
    and (${text} = '' or search_form(${name}) like '%' || search_form(${text}) || '%' or ${address} like '%' || lower(${text}) || '%')`;
}
