import { sql } from "kysely";
import type { Tx } from "../../src/platform/database/database.ts";
import { newId } from "../../src/platform/database/id.ts";
import { insertAll } from "./insert-all.ts";
import type { Network } from "./network.ts";
import type { Demo } from "./read.ts";

type Told = { space: string; resource: string };

/** Makes a series of a meeting that comes back every week, with a time that is left out, and lines of those who want a time somebody has. */
export async function insertLines(tx: Tx, demo: Demo, network: Network, now: Temporal.Instant): Promise<void> {
  for (const series of demo.lines.series) await insertSeries(tx, series, now);
  for (const wait of demo.lines.waits) await insertWaits(tx, network, wait, now);
}

async function insertSeries(tx: Tx, { title, weekday, ...of }: Demo["lines"]["series"][number], now: Temporal.Instant): Promise<void> {
  const times = await bookingsAt(tx, of).where("b.title", "=", title).orderBy("b.starts_at").execute();
  const [first, last] = [times[0], times.at(-1)];
  if (!first || !last) return;
  const id = newId();
  await insertAll(tx, "booking_series", [
    {
      space_id: first.space_id,
      id,
      resource_id: first.resource_id,
      recurrence: `FREQ=WEEKLY;BYDAY=${weekday};COUNT=${times.length}`,
      booked_by: first.person_id,
      created_at: first.created_at,
    },
  ]);
  const ids = times.map((time) => time.id);
  await tx.updateTable("bookings").set({ series_id: id }).where("space_id", "=", first.space_id).where("id", "in", ids).execute();
  if (Temporal.Instant.compare(last.starts_at, now) <= 0) return;
  const ofLast = { space_id: last.space_id, booking_id: last.id };
  await tx.deleteFrom("booked_resources").where("space_id", "=", last.space_id).where("booking_id", "=", last.id).execute();
  await tx.updateTable("bookings").set({ state: "cancelled" }).where("space_id", "=", last.space_id).where("id", "=", last.id).execute();
  await insertAll(tx, "booking_changes", [{ ...ofLast, id: newId(), kind: "cancelled", changed_at: now, changed_by: last.person_id }]);
}

async function insertWaits(
  tx: Tx,
  network: Network,
  { line, ...of }: Demo["lines"]["waits"][number],
  now: Temporal.Instant,
): Promise<void> {
  const wanted = await bookingsAt(tx, of)
    .where("b.starts_at", ">", now.add({ hours: 24 }))
    .where("b.kind", "=", "booking")
    .orderBy(sql`b.ends_at - b.starts_at`, "desc")
    .orderBy("b.starts_at")
    .executeTakeFirst();
  if (!wanted) return;
  await insertAll(
    tx,
    "booking_waits",
    line.flatMap(({ person, title, people, hoursAgo }) => {
      const personId = network.people.get(person)?.id;
      if (!personId || personId === wanted.person_id) return [];
      const times = { wanted_from: wanted.starts_at, wanted_until: wanted.ends_at };
      const minutes = wanted.starts_at.until(wanted.ends_at).total("minutes");
      const asked_at = now.subtract({ hours: hoursAgo });
      const row = { space_id: wanted.space_id, id: newId(), resource_id: wanted.resource_id, person_id: personId };
      return [{ ...row, ...times, minutes, title, people, asked_at }];
    }),
  );
}

function bookingsAt(tx: Tx, { space, resource }: Told) {
  return tx
    .selectFrom("bookings as b")
    .innerJoin("spaces as s", "s.id", "b.space_id")
    .innerJoin("resources as r", "r.id", "b.resource_id")
    .select(["b.space_id", "b.id", "b.resource_id", "b.person_id", "b.starts_at", "b.ends_at", "b.created_at"])
    .where("s.slug", "=", space)
    .where("r.name", "=", resource)
    .where("b.state", "=", "confirmed");
}
