import type { Actor } from "../../platform/access/actor.ts";
import { checkInAgainst, releasedAt } from "./at-door.ts";
import { mayChangeBooking, mayRunDay, maySeeBooking } from "./policy.ts";
import type { BookingRow } from "./queries.ts";

/** A booking as the actor may see it: to those it does not concern it is taken time. */
export function presentBooking(row: BookingRow, actor: Actor, now: Temporal.Instant) {
  const parties = { personId: row.person_id, organizationId: row.organization_id, hostId: row.host_id };
  const isSeen = maySeeBooking(actor, parties);
  const isOpen = row.state !== "cancelled" && Temporal.Instant.compare(row.ends_at, now) > 0;
  const isAhead = isOpen && Temporal.Instant.compare(row.starts_at, now) > 0;
  // a hire is changed where it was agreed, and what is kept in another calendar there
  const mayChange = row.kind !== "hire" && row.kind !== "outside" && mayChangeBooking(actor, parties);
  const times = { from: row.starts_at, until: row.ends_at, createdAt: row.created_at };
  const isDesk = mayRunDay(actor, row.host_id);
  return {
    id: row.id,
    state: row.state,
    kind: row.kind,
    startsAt: row.starts_at.toString(),
    endsAt: row.ends_at.toString(),
    timeZone: row.time_zone,
    space: { id: row.space_id, slug: row.space_slug, name: row.space_name },
    resource: { id: row.resource_id, name: row.resource_name, kind: row.resource_kind },
    title: isSeen ? row.title : null,
    note: isSeen ? row.note : null,
    // the house's own work stands in its name
    holder: isSeen ? (row.kind === "order" ? row.space_name : row.holder) : null,
    personId: isSeen ? row.person_id : null,
    organization: isSeen && row.organization_id && row.payer_name ? { id: row.organization_id, name: row.payer_name } : null,
    people: isSeen ? row.people : null,
    priceOre: isSeen ? row.price_ore : null,
    heldUntil: row.held_until?.toString() ?? null,
    cancelBy: row.starts_at.subtract({ minutes: row.cancel_by_minutes }).toString(),
    blocks: row.blocks.map(({ resourceId, startsAt, endsAt }) => ({ resourceId, startsAt: utc(startsAt), endsAt: utc(endsAt) })),
    checkedInAt: isSeen ? (row.checked_in_at?.toString() ?? null) : null,
    checkInBy: isSeen && row.needs_check_in && row.kind === "booking" ? releasedAt(times).toString() : null,
    showsTitle: row.shows_title,
    seriesId: isSeen ? row.series_id : null,
    isMine: actor.kind === "person" && actor.personId === row.person_id,
    version: row.version,
    abilities: {
      move: mayChange && (isAhead || (isDesk && isOpen)),
      cancel: mayChange && (isAhead || (isDesk && isOpen)),
      confirm: mayChange && row.state === "held",
      checkIn:
        mayChange &&
        row.checked_in_at === null &&
        checkInAgainst({ ...times, kind: row.kind, state: row.state, checkedInAt: null }, now) === undefined,
      approve: isDesk && row.state === "pending",
    },
  };
}

// the database writes a moment inside JSON with the session's offset, which is none
function utc(moment: string): string {
  return moment.endsWith("+00:00") ? `${moment.slice(0, -6)}Z` : Temporal.Instant.from(moment).toString();
}
