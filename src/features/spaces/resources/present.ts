import type { Actor } from "../../../platform/access/actor.ts";
import { mayManageSpace } from "../policy.ts";
import { daysOfRange } from "../space.ts";
import type { ResourceFacts } from "./queries.ts";
import type { Booker, ResourceKind } from "./resource.ts";

/** A resource as everyone may see it. */
export function presentResource(row: ResourceFacts, actor: Actor) {
  const { from, until } = daysOfRange(row.in_use);
  return {
    id: row.id,
    space: { id: row.space_id, slug: row.space_slug, name: row.space_name, timeZone: row.time_zone },
    kind: row.kind as ResourceKind,
    name: row.name,
    capacity: row.capacity,
    places: row.places,
    descriptions: row.descriptions,
    equipment: row.equipment,
    partOf: row.part_of,
    certificationId: row.certification_id,
    certificationLevel: row.certification_level,
    placeInOrder: row.place_in_order,
    stepMinutes: row.step_minutes,
    shortestMinutes: row.shortest_minutes,
    longestMinutes: row.longest_minutes,
    bufferBeforeMinutes: row.buffer_before_minutes,
    bufferAfterMinutes: row.buffer_after_minutes,
    noticeMinutes: row.notice_minutes,
    horizonDays: row.horizon_days,
    cancelByMinutes: row.cancel_by_minutes,
    weeklyMinutes: row.weekly_minutes,
    needsApproval: row.needs_approval,
    needsCheckIn: row.needs_check_in,
    bookedBy: row.booked_by as Booker,
    opensWithHouse: row.opens_with_house,
    prices: row.prices,
    inUseFrom: from,
    inUseUntil: until,
    version: row.version,
    abilities: { edit: mayManageSpace(actor, row) },
  };
}
