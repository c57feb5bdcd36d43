import type { Actor } from "../../../platform/access/actor.ts";
import { maskedAddress } from "./outside-calendar.ts";
import { mayKeepOutsideCalendars } from "./policy.ts";
import type { ConflictRow, OutsideCalendarRow } from "./queries.ts";

/** A calendar as those who manage the house see it: without its address, which opens it to whoever has it. */
export function presentOutsideCalendar(row: OutsideCalendarRow, actor: Actor) {
  const mayKeep = mayKeepOutsideCalendars(actor, row.host_id);
  return {
    id: row.id,
    spaceId: row.space_id,
    resource: { id: row.resource_id, name: row.resource_name },
    name: row.name,
    address: maskedAddress(row.address),
    keepsTitles: row.keeps_titles,
    createdAt: row.created_at.toString(),
    readAt: row.read_at?.toString() ?? null,
    triedAt: row.tried_at?.toString() ?? null,
    nextReadAt: row.next_read_at.toString(),
    failure: row.failure,
    failures: row.failures,
    times: row.times,
    conflicts: row.conflicts,
    abilities: { read: mayKeep, remove: mayKeep },
  };
}

export function presentConflict(row: ConflictRow) {
  return {
    calendar: { id: row.calendarId, name: row.calendarName },
    resource: { id: row.resourceId, name: row.resourceName },
    startsAt: row.startsAt.toString(),
    endsAt: row.endsAt.toString(),
    title: row.title,
    foundAt: row.foundAt.toString(),
    booking: {
      id: row.bookingId,
      kind: row.bookingKind,
      resource: row.bookingResource,
      startsAt: row.bookingStartsAt.toString(),
      endsAt: row.bookingEndsAt.toString(),
      holder: row.holder,
    },
  };
}
