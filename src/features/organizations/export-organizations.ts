import { sql } from "kysely";
import type { Actor } from "../../platform/access/actor.ts";
import type { Db } from "../../platform/database/database.ts";
import { type AnyExport, dayCell, inParts, sheetExport } from "../../platform/http/sheet-export.ts";
import type { Installation } from "../../platform/installation.ts";
import type { SheetValue } from "../../platform/sheets/index.ts";
import { type Day, dayIn } from "../../platform/time/day.ts";
import { organizationFilters } from "./contract.ts";
import { kindWords, organizationColumns } from "./import-organization-columns.ts";
import type { ImportedOrganization } from "./import-organization-writes.ts";
import { organizationLists } from "./list-organizations.ts";
import type { Reach } from "./organization.ts";
import { matches, type OrganizationFilter } from "./organization-filter.ts";
import { reachSql, visibleSql } from "./reach.ts";
import { showsAddress, showsContact } from "./visibility.ts";

type OrganizationLine = ImportedOrganization & { legal_form: string | null; reach: Reach };

/** The organizations one may see, narrowed as their list is. */
export function organizationFile(installation: Installation): AnyExport {
  const { db, now } = installation;
  const lists = organizationLists(installation);
  return sheetExport({
    path: "/organizations",
    tag: "organizations",
    summary: "The organizations one may see",
    permission: "everyone",
    filters: organizationFilters,
    async read({ actor, language, filters }) {
      const filter = await lists.filterOf(filters);
      const today = dayIn(now(), "Europe/Oslo");
      return {
        name: "organizations",
        titles: organizationColumns.map(({ labels }) => labels[language]),
        rows: inParts<OrganizationLine, SheetValue[]>(
          (last, limit) => organizationsAfter(db, actor, filter, today, last, limit),
          (row) => {
            const isPlaceShown = showsAddress(row.legal_form, row.reach);
            return [
              row.name,
              row.organization_number,
              row.slug,
              row.kinds.map((kind) => kindWords[kind][language]).join(", "),
              row.website,
              isPlaceShown ? row.address : null,
              isPlaceShown ? row.postcode : null,
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
  });
}

async function organizationsAfter(
  db: Db,
  actor: Actor,
  filter: OrganizationFilter,
  today: Day,
  last: OrganizationLine | undefined,
  limit: number,
): Promise<OrganizationLine[]> {
  const { rows } = await sql<OrganizationLine>`
    select o.id, o.slug, o.name, o.organization_number, o.website, o.address, o.postcode, o.municipality_number, o.latitude, o.longitude,
      o.contact_email, o.founded_on, coalesce(o.legal_form, r.legal_form) as legal_form,
      array(select k.kind from organization_kinds k where k.organization_id = o.id order by k.kind) as kinds, ${reachSql(actor, today)} as reach
    from organizations o left join register_entries r on r.organization_id = o.id
    where ${visibleSql(actor, today)} and ${matches(filter)}
      and (${last?.name ?? null}::text is null or (o.name collate norwegian, o.id) > (${last?.name ?? null}::text, ${last?.id ?? null}::uuid))
    order by o.name collate norwegian, o.id limit ${limit}`.execute(db);
  return rows;
}
