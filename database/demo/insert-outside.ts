import { fitTimes } from "../../src/features/bookings/outside/fit-calendar.ts";
import { findOutsideCalendar } from "../../src/features/bookings/outside/queries.ts";
import type { Tx } from "../../src/platform/database/database.ts";
import { newId } from "../../src/platform/database/id.ts";
import { calendarAt, timeZone } from "./calendar.ts";
import { resolveMoment } from "./day.ts";
import { insertAll } from "./insert-all.ts";
import type { Network } from "./network.ts";
import type { Demo } from "./read.ts";

type Told = Demo["outside"][number];

// its address leads nowhere: it has been read, and no day comes on which it is read again
const neverDue = Temporal.Instant.from("2999-01-01T00:00:00Z");

/** Connects the calendars others keep to their rooms, with what they say of the days to come. Made after the bookings they meet. */
export async function insertOutside(tx: Tx, demo: Demo, network: Network, now: Temporal.Instant): Promise<void> {
  for (const told of demo.outside) {
    const hostId = network.houses.get(told.space)?.hostId ?? null;
    await sayTimes(tx, told, await connect(tx, told, hostId, now), now);
  }
}

/** What they say of the days that have come into sight. One somebody has taken away does not come again. */
export async function advanceOutside(tx: Tx, demo: Demo, network: Network, now: Temporal.Instant): Promise<void> {
  const connected = await tx.selectFrom("outside_calendars").select(["space_id", "id", "address"]).execute();
  if (connected.length === 0 && !(await wasTakenAway(tx))) return insertOutside(tx, demo, network, now);
  for (const told of demo.outside) {
    const calendar = connected.find(({ address }) => address === told.address);
    if (calendar) await sayTimes(tx, told, calendar, now);
  }
}

async function wasTakenAway(tx: Tx): Promise<boolean> {
  return (
    (await tx.selectFrom("audit_log").select("id").where("action", "=", "outside_calendar.remove").limit(1).executeTakeFirst()) !==
    undefined
  );
}

async function connect(tx: Tx, told: Told, hostId: string | null, now: Temporal.Instant): Promise<Key> {
  const readAt = now.subtract({ minutes: 11 });
  const room = await roomOf(tx, told);
  const key = { space_id: room.space_id, id: newId() };
  const read = { tried_at: readAt, read_at: readAt, unpacked_at: readAt, next_read_at: neverDue };
  const made = { created_at: now.subtract({ hours: 24 * 40 }), created_by: hostId };
  const of = { resource_id: room.id, name: told.name, address: told.address, keeps_titles: true };
  await insertAll(tx, "outside_calendars", [{ ...key, ...of, ...read, ...made }]);
  return key;
}

function roomOf(tx: Tx, { space, resource }: Told) {
  return tx
    .selectFrom("resources as r")
    .innerJoin("spaces as s", "s.id", "r.space_id")
    .select(["r.id", "r.space_id"])
    .where("s.slug", "=", space)
    .where("r.name", "=", resource)
    .executeTakeFirstOrThrow();
}

type Key = { space_id: string; id: string };

async function sayTimes(tx: Tx, { times }: Told, { space_id, id }: Key, now: Temporal.Instant): Promise<void> {
  const calendar = calendarAt(now);
  const rows = times.map(({ day, times: hours, title }) => {
    const [from = "", until = ""] = hours.split("-").map((time) => resolveMoment(`${day}T${time}`, calendar, now, timeZone).toString());
    const moments = { starts_at: Temporal.Instant.from(from), ends_at: Temporal.Instant.from(until) };
    return { space_id, id: newId(), calendar_id: id, event_key: from, ...moments, title };
  });
  await tx
    .insertInto("outside_times")
    .values(rows)
    .onConflict((same) => same.constraint("outside_times_event").doNothing())
    .execute();
  const row = await findOutsideCalendar(tx, id, now);
  if (row) await fitTimes(tx, row, now);
  // the letter about it was long since read
  await tx.updateTable("outside_conflicts").set({ told_at: now }).where("space_id", "=", space_id).where("told_at", "is", null).execute();
}
