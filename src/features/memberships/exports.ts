import { sql } from "kysely";
import { authorize, found } from "../../platform/access/authorize.ts";
import type { Db } from "../../platform/database/database.ts";
import { dayCell, exportRoutes, inParts } from "../../platform/http/sheet-export.ts";
import type { Installation } from "../../platform/installation.ts";
import { catalogue } from "../../platform/language/language.ts";
import { boardMessages } from "./board-messages.ts";
import type { Stage } from "./candidate.ts";
import { knownPlans, memberColumns } from "./import-columns.ts";
import { findNamedOrganization } from "./member-queries.ts";
import { stayOf } from "./membership.ts";
import { mayManageMembers, mayRecruit } from "./policy.ts";

type PersonMember = { id: string; name: string; email: string; plan: string | null; during: string };
type OrganizationMember = {
  id: string;
  name: string;
  slug: string;
  organizationNumber: string | null;
  tier: string | null;
  during: string;
};
type CandidateLine = {
  id: string;
  name: string;
  slug: string;
  stage: Stage;
  desks: number | null;
  nextStep: string | null;
  nextStepOn: string | null;
  owner: string | null;
};

/**
 * Members and candidates as files, by the rules of their lists. The file of members has the columns of the import, and comes back
 * through it unchanged.
 */
export function membershipExports(installation: Installation) {
  const { db } = installation;
  return exportRoutes(installation, [
    {
      path: "/organizations/{id}/members",
      tag: "memberships",
      summary: "People who are or were members",
      permission: "manager of the organization",
      async read({ actor, id, language }) {
        const organization = await findNamedOrganization(db, id);
        authorize(actor, organization !== undefined && mayManageMembers(actor, organization));
        const { id: organizationId } = found(organization);
        return {
          name: "members",
          titles: memberColumns.map(({ labels }) => labels[language]),
          rows: inParts<PersonMember, (string | Temporal.PlainDate | null)[]>(
            (last, limit) => peopleAfter(db, organizationId, last, limit),
            ({ name, email, plan, during }) => {
              const { from, to } = stayOf(during);
              const planWord = knownPlans.find(({ key }) => key === plan)?.labels[language] ?? plan;
              return [name, email, planWord, dayCell(from), dayCell(to), null];
            },
          ),
        };
      },
    },
    {
      path: "/organizations/{id}/member-organizations",
      tag: "memberships",
      summary: "Organizations that are or were members",
      permission: "manager of the organization",
      async read({ actor, id, language }) {
        const organization = await findNamedOrganization(db, id);
        authorize(actor, organization !== undefined && mayManageMembers(actor, organization));
        const { id: organizationId } = found(organization);
        return {
          name: "member-organizations",
          titles: titles[language].organizations,
          rows: inParts<OrganizationMember, (string | Temporal.PlainDate | null)[]>(
            (last, limit) => organizationsAfter(db, organizationId, last, limit),
            ({ name, slug, organizationNumber, tier, during }) => {
              const { from, to } = stayOf(during);
              return [name, slug, organizationNumber, tier, dayCell(from), dayCell(to)];
            },
          ),
        };
      },
    },
    {
      path: "/networks/{id}/candidates",
      tag: "memberships",
      summary: "The recruiting board",
      permission: "coordinator of the network",
      async read({ actor, id, language }) {
        const network = await findNamedOrganization(db, id);
        authorize(actor, network !== undefined && mayRecruit(actor, network));
        const { id: networkId } = found(network);
        return {
          name: "candidates",
          titles: titles[language].candidates,
          rows: inParts<CandidateLine, (string | number | Temporal.PlainDate | null)[]>(
            (last, limit) => candidatesAfter(db, networkId, last, limit),
            ({ name, slug, stage, desks, nextStep, nextStepOn, owner }) => [
              name,
              slug,
              boardMessages[language].stages[stage],
              desks,
              nextStep,
              dayCell(nextStepOn),
              owner,
            ],
          ),
        };
      },
    },
  ]);
}

const titles = catalogue({
  nb: {
    organizations: ["Navn", "Adresseord", "Organisasjonsnummer", "Medlemsklasse", "Fra", "Til"],
    candidates: ["Navn", "Adresseord", "Steg", "Plasser", "Neste steg", "Neste steg på", "Ansvarlig"],
  },
  nn: {
    organizations: ["Namn", "Adresseord", "Organisasjonsnummer", "Medlemsklasse", "Frå", "Til"],
    candidates: ["Namn", "Adresseord", "Steg", "Plassar", "Neste steg", "Neste steg på", "Ansvarleg"],
  },
  en: {
    organizations: ["Name", "Slug", "Organization number", "Tier", "From", "To"],
    candidates: ["Name", "Slug", "Stage", "Desks", "Next step", "Next step on", "Owner"],
  },
});

async function peopleAfter(db: Db, organizationId: string, last: PersonMember | undefined, limit: number): Promise<PersonMember[]> {
  const { rows } = await sql<PersonMember>`
    select m.id, p.name, p.email, m.plan, m.during from memberships m join people p on p.id = m.member_person_id
    where m.organization_id = ${organizationId}::uuid and p.erased_at is null
      and (${last?.name ?? null}::text is null or (p.name collate norwegian, m.id) > (${last?.name ?? null}::text, ${last?.id ?? null}::uuid))
    order by p.name collate norwegian, m.id limit ${limit}`.execute(db);
  return rows;
}

async function organizationsAfter(
  db: Db,
  organizationId: string,
  last: OrganizationMember | undefined,
  limit: number,
): Promise<OrganizationMember[]> {
  const { rows } = await sql<OrganizationMember>`
    select m.id, o.name, o.slug, m.tier, m.during,
      case when m.confirmed_at is not null or o.visibility = 'public' then o.organization_number end as "organizationNumber"
    from memberships m join organizations o on o.id = m.member_organization_id
    where m.organization_id = ${organizationId}::uuid
      and (${last?.name ?? null}::text is null or (o.name collate norwegian, m.id) > (${last?.name ?? null}::text, ${last?.id ?? null}::uuid))
    order by o.name collate norwegian, m.id limit ${limit}`.execute(db);
  return rows;
}

async function candidatesAfter(db: Db, networkId: string, last: CandidateLine | undefined, limit: number): Promise<CandidateLine[]> {
  const { rows } = await sql<CandidateLine>`
    select c.id, o.name, o.slug, c.stage, c.desks, c.next_step as "nextStep", c.next_step_on as "nextStepOn", p.name as owner
    from candidates c join organizations o on o.id = c.organization_id left join people p on p.id = c.owner_id
    where c.network_id = ${networkId}::uuid
      and (${last?.name ?? null}::text is null or (o.name collate norwegian, c.id) > (${last?.name ?? null}::text, ${last?.id ?? null}::uuid))
    order by o.name collate norwegian, c.id limit ${limit}`.execute(db);
  return rows;
}
