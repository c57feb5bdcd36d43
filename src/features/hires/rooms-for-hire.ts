import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import type { Day } from "../../platform/time/day.ts";
import type { Price, ResourceKind } from "../spaces/index.ts";

/** The kinds of things a house can hire out as a whole. */
export const hiredKinds: readonly ResourceKind[] = ["meeting_room", "auditorium", "studio", "training_centre", "office", "equipment"];

export interface RoomForHire {
  id: string;
  name: string;
  kind: ResourceKind;
  capacity: number;
  partOf: string | null;
  descriptions: Record<string, string>;
  equipment: string[];
  prices: Price[];
  isOffered: boolean;
}

/** What a house has of rooms that are in use, with what they cost somebody who is no member, and which of them it hires out. */
export async function roomsForHire(db: Db, { spaceId, today }: { spaceId: string; today: Day }): Promise<RoomForHire[]> {
  const { rows } = await sql<RoomForHire>`
    select r.id, r.name, r.kind, r.capacity, r.part_of as "partOf", r.descriptions, r.equipment,
      coalesce((select jsonb_agg(jsonb_build_object('audience', p.audience, 'unit', p.unit, 'amountOre', p.amount_ore)) from resource_prices p
        where p.resource_id = r.id), '[]') as prices,
      exists (select from hire_rooms h where h.space_id = r.space_id and h.resource_id = r.id) as "isOffered"
    from resources r
    where r.space_id = ${spaceId} and r.in_use @> ${today}::date and r.kind = any(${[...hiredKinds]}::text[])
    order by r.place_in_order, r.name collate norwegian, r.id`.execute(db);
  return rows;
}
