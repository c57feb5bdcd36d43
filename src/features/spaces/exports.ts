import { z } from "@hono/zod-openapi";
import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import { dayCell, exportRoutes, inParts, sheetExport } from "../../platform/http/sheet-export.ts";
import type { Installation } from "../../platform/installation.ts";
import type { SheetValue } from "../../platform/sheets/index.ts";
import { type Day, dayIn } from "../../platform/time/day.ts";
import { spaceColumns } from "./import-space-columns.ts";
import type { ImportedSpace } from "./import-space-writes.ts";

type SpaceLine = ImportedSpace & { organization: string; openedOn: Day | null };

/** The spaces that are open, in the columns of the import. */
export function spaceExports(installation: Installation) {
  const { db, now } = installation;
  return exportRoutes(installation, [
    sheetExport({
      path: "/spaces",
      tag: "spaces",
      summary: "The spaces",
      permission: "everyone",
      filters: z.object({}),
      async read({ language }) {
        const today = dayIn(now(), "Europe/Oslo");
        return {
          name: "spaces",
          titles: spaceColumns.map(({ labels }) => labels[language]),
          rows: inParts<SpaceLine, SheetValue[]>(
            (last, limit) => spacesAfter(db, today, last, limit),
            (row) => [
              row.name,
              row.slug,
              row.organization,
              row.address,
              row.postcode,
              row.town,
              row.municipality_number,
              row.latitude,
              row.longitude,
              row.desks,
              row.contact_email,
              row.contact_phone,
              dayCell(row.openedOn),
            ],
          ),
        };
      },
    }),
  ]);
}

async function spacesAfter(db: Db, today: Day, last: SpaceLine | undefined, limit: number): Promise<SpaceLine[]> {
  const { rows } = await sql<SpaceLine>`
    select s.id, s.slug, s.organization_id, s.name, s.address, s.postcode, s.town, s.municipality_number, s.latitude, s.longitude, s.desks,
      s.contact_email, s.contact_phone, o.slug as organization, lower(s.during) as "openedOn"
    from spaces s join organizations o on o.id = s.organization_id
    where s.during @> ${today}::date
      and (${last?.name ?? null}::text is null or (s.name collate norwegian, s.id) > (${last?.name ?? null}::text, ${last?.id ?? null}::uuid))
    order by s.name collate norwegian, s.id limit ${limit}`.execute(db);
  return rows;
}
