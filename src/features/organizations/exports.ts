import { sql } from "kysely";
import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import type { Db } from "../../platform/database/database.ts";
import { dayCell, exportRoutes, inParts } from "../../platform/http/sheet-export.ts";
import type { Installation } from "../../platform/installation.ts";
import type { SheetValue } from "../../platform/sheets/index.ts";
import { type Day, dayIn } from "../../platform/time/day.ts";
import { kindWords, organizationColumns } from "./import-organization-columns.ts";
import type { ImportedOrganization } from "./import-organization-writes.ts";
import { peopleColumns, roleWords } from "./import-people-columns.ts";
import type { Reach } from "./organization.ts";
import { maySeeEveryone } from "./policy.ts";
import type { PositionRole } from "./position.ts";
import { findOrganization } from "./queries.ts";
import { reachSql, visibleSql } from "./reach.ts";
import { showsAddress, showsContact } from "./visibility.ts";

type OrganizationLine = ImportedOrganization & { legal_form: string | null; reach: Reach };
type PositionLine = {
  id: string;
  name: string;
  email: string;
  locale: "nb" | "nn" | "en";
  slug: string;
  role: PositionRole;
  title: string | null;
  from: Day | null;
  to: Day | null;
};

const languageWords = { nb: "Bokmål", nn: "Nynorsk", en: "English" };

/** Organizations one may see, and the people of one that one manages, in the columns of their imports. */
export function organizationExports(installation: Installation) {
  const { db, now } = installation;
  const today = () => dayIn(now(), "Europe/Oslo");
  return exportRoutes(installation, [
    {
      path: "/organizations",
      tag: "organizations",
      summary: "The organizations one may see",
      permission: "everyone",
      async read({ actor, language }) {
        return {
          name: "organizations",
          titles: organizationColumns.map(({ labels }) => labels[language]),
          rows: inParts<OrganizationLine, SheetValue[]>(
            (last, limit) => organizationsAfter(db, actor, today(), last, limit),
            (row) => {
              const isPlaceShown = showsAddress(row.legal_form, row.reach);
              return [
                row.name,
                row.organization_number,
                row.slug,
                row.kinds.map((kind) => kindWords[kind][language]).join(", "),
                row.website,
                isPlaceShown ? row.address : null,
                row.postcode,
                row.municipality_number,
                isPlaceShown ? row.latitude : null,
                isPlaceShown ? row.longitude : null,
                showsContact(row.reach) ? row.contact_email : null,
                dayCell(row.founded_on),
              ];
            },
          ),
        };
      },
    },
    {
      path: "/organizations/{id}/people",
      tag: "organizations",
      summary: "The people of an organization, with their positions",
      permission: "manager of the organization",
      async read({ actor, id, language }) {
        const organization = await findOrganization(db, actor, id, today());
        authorize(actor, organization !== undefined && maySeeEveryone(actor, organization));
        const { id: organizationId } = found(organization);
        return {
          name: "people",
          titles: peopleColumns.map(({ labels }) => labels[language]),
          rows: inParts<PositionLine, SheetValue[]>(
            (last, limit) => positionsAfter(db, organizationId, last, limit),
            ({ name, email, locale, slug, role, title, from, to }) => [
              name,
              email,
              languageWords[locale],
              slug,
              roleWords[role][language],
              title,
              dayCell(from),
              dayCell(to),
            ],
          ),
        };
      },
    },
  ]);
}

async function organizationsAfter(
  db: Db,
  actor: Actor,
  today: Day,
  last: OrganizationLine | undefined,
  limit: number,
): Promise<OrganizationLine[]> {
  const { rows } = await sql<OrganizationLine>`
    select o.id, o.slug, o.name, o.organization_number, o.website, o.address, o.postcode, o.municipality_number, o.latitude, o.longitude,
      o.contact_email, o.founded_on, o.legal_form, array(select k.kind from organization_kinds k where k.organization_id = o.id order by k.kind) as kinds,
      ${reachSql(actor, today)} as reach
    from organizations o
    where ${visibleSql(actor, today)}
      and (${last?.name ?? null}::text is null or (o.name collate norwegian, o.id) > (${last?.name ?? null}::text, ${last?.id ?? null}::uuid))
    order by o.name collate norwegian, o.id limit ${limit}`.execute(db);
  return rows;
}

async function positionsAfter(db: Db, organizationId: string, last: PositionLine | undefined, limit: number): Promise<PositionLine[]> {
  const { rows } = await sql<PositionLine>`
    select p.id, n.name, n.email, n.locale, o.slug, p.role, p.title, lower(p.during) as from, upper(p.during) as to
    from positions p join people n on n.id = p.person_id join organizations o on o.id = p.organization_id
    where p.organization_id = ${organizationId}::uuid and n.erased_at is null
      and (${last?.name ?? null}::text is null or (n.name collate norwegian, p.id) > (${last?.name ?? null}::text, ${last?.id ?? null}::uuid))
    order by n.name collate norwegian, p.id limit ${limit}`.execute(db);
  return rows;
}
