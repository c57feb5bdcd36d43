import { sql } from "kysely";
import type { ResourceRules } from "../../src/features/bookings/rules.ts";
import type { Booker, Opening, Price, ResourceKind } from "../../src/features/spaces/index.ts";
import { openingOf } from "../../src/features/spaces/queries.ts";
import { resources } from "../../src/features/spaces/resources/queries.ts";
import { daysOfRange } from "../../src/features/spaces/space.ts";
import type { Tx } from "../../src/platform/database/database.ts";
import type { Texts } from "../../src/platform/database/schema.ts";
import type { Demo } from "./read.ts";

/** Something that can be booked as it stands in the database, with all that a booking of it is judged by. */
export interface Bookable {
  id: string;
  spaceId: string;
  organizationId: string;
  kind: ResourceKind;
  isDesk: boolean;
  places: number;
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
  needsApproval: boolean;
  rules: ResourceRules;
  opening: Opening;
  prices: Price[];
  /** Certifications that open it: its own, and those of others that its lab recognises. */
  certificationIds: string[];
  /** The resource itself and every part of it, with all their places. */
  family: { id: string; places: number }[];
}

/** By space and name: "blender-collective Ambolten". Read from the database, where visitors may have changed it since it was loaded. */
export async function readBookables(tx: Tx, demo: Demo, since: string): Promise<Map<string, Bookable>> {
  const slugs = demo.resources.map(({ space }) => space);
  const spaces = await tx.selectFrom("spaces").selectAll().where("slug", "in", slugs).execute();
  const openings = new Map<string, Opening>();
  for (const space of spaces) openings.set(space.id, await openingOf(tx, space, since));
  const rows = await resources(tx).where("s.slug", "in", slugs).execute();
  const certifications = await readCertifications(tx);
  return new Map(
    rows.flatMap((row) => {
      const opening = openings.get(row.space_id);
      const certification = certifications.get(row.certification_id ?? "");
      if (!opening) return [];
      const bookable: Bookable = {
        id: row.id,
        spaceId: row.space_id,
        organizationId: row.organization_id,
        kind: row.kind as ResourceKind,
        isDesk: row.kind === "desk_pool",
        places: row.places,
        bufferBeforeMinutes: row.buffer_before_minutes,
        bufferAfterMinutes: row.buffer_after_minutes,
        needsApproval: row.needs_approval,
        rules: {
          capacity: row.capacity,
          stepMinutes: row.step_minutes,
          shortestMinutes: row.shortest_minutes,
          longestMinutes: row.longest_minutes,
          noticeMinutes: row.notice_minutes,
          horizonDays: row.horizon_days,
          weeklyMinutes: row.weekly_minutes,
          bookedBy: row.booked_by as Booker,
          opensWithHouse: row.opens_with_house,
          inUse: daysOfRange(row.in_use),
          certification: certification ? { names: certification.names, level: row.certification_level ?? 1 } : null,
        },
        opening,
        prices: row.prices,
        certificationIds: certification?.opens ?? [],
        family: familyOf(row.id, rows),
      };
      return [[`${row.space_slug} ${row.name}`, bookable] as const];
    }),
  );
}

async function readCertifications(tx: Tx) {
  const rows = await tx.selectFrom("certifications").select("id").select(sql<Texts>`names`.as("names")).execute();
  const recognised = await tx.selectFrom("certification_recognitions").select(["certification_id", "recognised_id"]).execute();
  return new Map(
    rows.map(({ id, names }) => {
      const others = recognised.flatMap((one) => (one.certification_id === id ? [one.recognised_id] : []));
      return [id, { names, opens: [id, ...others] }];
    }),
  );
}

function familyOf(id: string, rows: { id: string; part_of: string | null; places: number }[]): Bookable["family"] {
  const places = rows.find((row) => row.id === id)?.places ?? 1;
  return [{ id, places }, ...rows.filter(({ part_of }) => part_of === id).flatMap((part) => familyOf(part.id, rows))];
}
