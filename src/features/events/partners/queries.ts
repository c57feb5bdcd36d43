import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { LogoColumns } from "../../organizations/index.ts";
import { type ExposureKind, type PartnerLevel, partnerLevels } from "./partner.ts";

export type ExposureRow = { id: string; kind: ExposureKind; shownOn: string; seenBy: number | null; note: string | null };

function partners(db: Db) {
  return db
    .selectFrom("event_partners as q")
    .leftJoin("organizations as o", "o.id", "q.organization_id")
    .select(["q.id", "q.event_id", "q.parent_id", "q.organization_id", "q.website", "q.ended_at", "q.added_at"])
    .select([sql<PartnerLevel>`q.level`.as("level"), sql<string>`coalesce(o.name, q.name)`.as("name"), "o.slug as organization_slug"])
    .select(["o.logo_id as logoId", "o.logo_width as logoWidth", "o.logo_height as logoHeight"])
    .select(sql<LogoColumns["logoGround"]>`o.logo_ground`.as("logoGround"))
    .select(
      sql<
        ExposureRow[]
      >`coalesce((select jsonb_agg(jsonb_build_object('id', x.id, 'kind', x.kind, 'shownOn', x.shown_on, 'seenBy', x.seen_by,
          'note', x.note) order by x.shown_on, x.written_at, x.id) from partner_exposures x where x.partner_id = q.id), '[]')`.as(
        "exposures",
      ),
    );
}

export type PartnerRow = NonNullable<Awaited<ReturnType<typeof findPartner>>>;

/** Partners of an event or a parent, the largest first, then by name; those that were taken off as well. */
export function partnersOf(db: Db, of: { eventId: string } | { parentId: string }) {
  return partners(db)
    .where((where) => ("eventId" in of ? where("q.event_id", "=", of.eventId) : where("q.parent_id", "=", of.parentId)))
    .orderBy(sql`array_position(${[...partnerLevels]}::text[], q.level)`)
    .orderBy(sql`coalesce(o.name, q.name) collate norwegian`)
    .orderBy("q.id")
    .execute();
}

export function findPartner(db: Db, id: string) {
  return partners(db).where("q.id", "=", id).executeTakeFirst();
}
