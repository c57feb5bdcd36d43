import { sql } from "kysely";
import type { Tx } from "../../src/platform/database/database.ts";
import { newId } from "../../src/platform/database/id.ts";
import { placeBooking, readBookingBoard } from "./booking-board.ts";
import { calendarAt, timeZone } from "./calendar.ts";
import { insertAll } from "./insert-all.ts";
import { insertBookings } from "./insert-bookings.ts";
import type { Network } from "./network.ts";
import { plannedOneOffs, plannedStanding, plannedTraffic } from "./plan-bookings.ts";
import type { Demo } from "./read.ts";

const daysBack = 7;
const daysAhead = 14;

/** Fills empty calendars of all houses, from a week ago to a fortnight ahead. */
export async function fillCalendars(tx: Tx, demo: Demo, network: Network, now: Temporal.Instant): Promise<void> {
  const { today } = calendarAt(now);
  const first = today.subtract({ days: daysBack });
  const days = daysFrom(first, today.add({ days: daysAhead }));
  const board = await readBookingBoard(tx, demo, network, startOf(first));
  const planned = [...plannedOneOffs(demo, now), ...plannedStanding(demo, days, now), ...plannedTraffic(demo, days, now)];
  const placed = planned.flatMap((booking) => {
    const found = placeBooking(booking, board);
    if (!found && booking.kind === "one_off") throw new Error(`No room for ${JSON.stringify([...booking.ways][0])}`);
    return found ?? [];
  });
  await insertBookings(tx, network, placed, now);
}

/**
 * Fills the days that have come into sight since the day the network stood at, or all where nothing is booked, around what visitors
 * have booked; what is told one by one is there again when it is over. Requests whose time has come unanswered lapse.
 */
export async function advanceCalendars(tx: Tx, demo: Demo, network: Network, madeFor: string, now: Temporal.Instant): Promise<void> {
  const { today } = calendarAt(now);
  await endUnanswered(tx, now);
  const earliest = today.subtract({ days: daysBack });
  const board = await readBookingBoard(tx, demo, network, startOf(earliest));
  const next = board.taken.size === 0 ? earliest : Temporal.PlainDate.from(madeFor).add({ days: daysAhead + 1 });
  const days = daysFrom(latest(next, earliest), today.add({ days: daysAhead }));
  const ahead = await readAhead(tx, now);
  const oneOffs = plannedOneOffs(demo, now).filter(({ ways }) => [...ways].every((way) => !ahead.has(`${way.space} ${way.title}`)));
  const planned = [...oneOffs, ...plannedStanding(demo, days, now), ...plannedTraffic(demo, days, now)];
  const placed = planned.flatMap((booking) => placeBooking(booking, board) ?? []);
  await insertBookings(tx, network, placed, now);
}

/** What is not over yet, also what somebody gave back: it does not come again. */
async function readAhead(tx: Tx, now: Temporal.Instant): Promise<Set<string>> {
  const rows = await tx
    .selectFrom("bookings as b")
    .innerJoin("spaces as s", "s.id", "b.space_id")
    .select(["s.slug", "b.title"])
    .where("b.ends_at", ">", now)
    .execute();
  return new Set(rows.map(({ slug, title }) => `${slug} ${title}`));
}

async function endUnanswered(tx: Tx, now: Temporal.Instant): Promise<void> {
  const { rows } = await sql<{ space_id: string; id: string }>`
    with ended as (
      update bookings set state = 'cancelled', version = version + 1
      where state = 'pending' and starts_at <= ${now.toString()}::timestamptz returning space_id, id
    ), freed as (
      delete from booked_resources t using ended e where t.space_id = e.space_id and t.booking_id = e.id
    )
    select space_id, id from ended`.execute(tx);
  await insertAll(
    tx,
    "booking_changes",
    rows.map(({ space_id, id }) => ({ space_id, id: newId(), booking_id: id, kind: "expired", changed_at: now })),
  );
}

function daysFrom(first: Temporal.PlainDate, last: Temporal.PlainDate): Temporal.PlainDate[] {
  const count = first.until(last).days + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => first.add({ days: index }));
}

function startOf(day: Temporal.PlainDate): Temporal.Instant {
  return day.toZonedDateTime({ timeZone }).toInstant();
}

function latest(one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(one, other) >= 0 ? one : other;
}
