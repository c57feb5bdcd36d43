import { asRange, withBuffers } from "../../src/features/bookings/booking.ts";
import type { Tx } from "../../src/platform/database/database.ts";
import { newId } from "../../src/platform/database/id.ts";
import type { PlacedBooking } from "./booking-board.ts";
import { earlier } from "./calendar.ts";
import { coverBookings, insertCover } from "./cover-bookings.ts";
import { insertMany } from "./insert-all.ts";
import type { Network } from "./network.ts";

type StoredBooking = PlacedBooking & {
  id: string;
  deskId: string | null;
  organizationId: string | null;
  /** When it was over, if it is. */
  usedAt: Temporal.Instant | null;
};

/** Writes placed bookings, the time they take and what happened to them so far. */
export async function insertBookings(tx: Tx, network: Network, placed: PlacedBooking[], now: Temporal.Instant): Promise<void> {
  const bookings = placed.map(
    (one): StoredBooking => ({
      ...one,
      id: newId(one.bookedAt.epochMilliseconds),
      deskId: network.houses.get(one.space)?.hostId ?? null,
      organizationId: network.people.get(one.person ?? "")?.companyId ?? null,
      usedAt: isOver(one, now) ? one.until : null,
    }),
  );
  const cover = await coverBookings(tx, bookings);
  await insertMany(
    tx,
    "bookings",
    bookings.map((one) => ({
      space_id: one.bookable.spaceId,
      id: one.id,
      resource_id: one.bookable.id,
      kind: one.personId === null ? "maintenance" : "booking",
      state: one.state,
      person_id: one.personId,
      organization_id: one.organizationId,
      booked_by: one.personId ?? one.deskId,
      title: one.title,
      note: one.note,
      people: one.people,
      starts_at: one.from,
      ends_at: one.until,
      held_until: one.heldUntil,
      audience: one.audience,
      price_ore: one.priceOre,
      created_at: one.bookedAt,
      used_at: one.usedAt,
    })),
  );
  await insertMany(
    tx,
    "booked_resources",
    bookings.flatMap(({ bookable, id, taken, ...times }) => {
      const during = asRange(withBuffers(times, bookable));
      return taken.map(({ resourceId, place }) => ({
        space_id: bookable.spaceId,
        booking_id: id,
        resource_id: resourceId,
        place,
        during,
      }));
    }),
  );
  await insertMany(
    tx,
    "booking_changes",
    bookings.flatMap((one) =>
      historyOf(one, now).map(({ kind, at, by }) => ({
        space_id: one.bookable.spaceId,
        id: newId(at.epochMilliseconds),
        booking_id: one.id,
        kind,
        changed_at: at,
        changed_by: by,
      })),
    ),
  );
  await insertCover(tx, cover);
}

function isOver({ state, until, person }: PlacedBooking, now: Temporal.Instant): boolean {
  return state === "confirmed" && person !== null && Temporal.Instant.compare(until, now) <= 0;
}

// where the house answers first, others than its own people asked, and the desk said yes within the day
function historyOf({ bookable, state, audience, personId, deskId, bookedAt }: StoredBooking, now: Temporal.Instant) {
  const by = personId ?? deskId;
  if (state === "held") return [{ kind: "held", at: bookedAt, by }];
  if (!bookable.needsApproval || audience === "staff") return [{ kind: "booked", at: bookedAt, by }];
  const asked = { kind: "asked", at: bookedAt, by };
  return state === "pending" ? [asked] : [asked, { kind: "approved", at: earlier(bookedAt.add({ hours: 3 }), now), by: deskId }];
}
