import { sql } from "kysely";
import { lockClaims } from "../../../platform/claims/decided-together.ts";
import type { Db, Tx } from "../../../platform/database/database.ts";
import { newId } from "../../../platform/database/id.ts";
import type { Installation } from "../../../platform/installation.ts";
import { enqueue } from "../../../platform/jobs/enqueue.ts";
import { publish } from "../../../platform/live/publish.ts";
import { announce } from "../../../platform/outbox.ts";
import { bookingsChannel } from "../live-bookings.ts";
import { offersTimes } from "../waiting/offer-times.ts";
import { tellConflicts } from "./conflict-letters.ts";
import { type Block, type Buffers, fitBeside, type Span } from "./fit-beside.ts";
import { type BlockRow, blocksOf, familyOf, findOutsideCalendar, type OutsideCalendarRow, takenBeside } from "./queries.ts";

/**
 * Blocks what the kept times of every calendar of a house take now: a booking that was in the way may be gone, and another may have
 * come.
 */
export async function fitCalendars({ db, ...installation }: Installation, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    await db.transaction().execute(async (tx) => {
      const calendar = await findOutsideCalendar(tx, id, installation.now());
      if (calendar) await fitCalendar(tx, { db, ...installation }, calendar);
    });
  }
}

/**
 * The same of one calendar, in the transaction that wrote its times: what no longer holds is given back, what is new is taken, and
 * conflicts are kept and told. Decided one after the other with all bookings of the house.
 */
export async function fitCalendar(tx: Tx, installation: Installation, calendar: OutsideCalendarRow): Promise<void> {
  const now = installation.now();
  const { added, removed, areConflictsNew } = await fitTimes(tx, calendar, now);
  if (added + removed > 0) await tellOthers(tx, calendar, { added, removed, now });
  if (areConflictsNew) await tellConflicts(tx, installation, calendar);
}

/** The same without telling anybody: how much time was blocked and given back, and whether there are conflicts that were not there before. */
export async function fitTimes(tx: Tx, calendar: OutsideCalendarRow, now: Temporal.Instant) {
  const { space_id: spaceId, id: calendarId, resource_id: resourceId } = calendar;
  await lockClaims(tx, spaceId);
  const family = await familyOf(tx, resourceId);
  const of = { spaceId, calendarId, now };
  const times = await timesOf(tx, of);
  const buffers = {
    beforeMilliseconds: calendar.buffer_before_minutes * 60_000,
    afterMilliseconds: calendar.buffer_after_minutes * 60_000,
  };
  const taken = (await takenBeside(tx, { ...of, family, ...spanOf(times, buffers) })).map(({ bookingId, kind, state, from, until }) => ({
    bookingId,
    // a form that is being filled in is no booking yet
    isMet: kind !== "outside" && state !== "held",
    from: from.epochMilliseconds,
    until: until.epochMilliseconds,
  }));
  const { blocks, conflicts } = fitBeside(times, taken, buffers, now.epochMilliseconds);
  const { added, gone } = differences(await blocksOf(tx, of), blocks, family);
  await removeBlocks(tx, spaceId, gone);
  await addBlocks(tx, calendar, { blocks: added, family, now });
  return { added: added.length, removed: gone.length, areConflictsNew: await keepConflicts(tx, of, conflicts) };
}

async function timesOf(tx: Tx, { spaceId, calendarId, now }: { spaceId: string; calendarId: string; now: Temporal.Instant }) {
  const rows = await tx
    .selectFrom("outside_times")
    .select(["id", "starts_at", "ends_at", "title"])
    .where("space_id", "=", spaceId)
    .where("calendar_id", "=", calendarId)
    .where("ends_at", ">", now)
    .execute();
  return rows.map(({ id, starts_at, ends_at, title }) => ({
    id,
    title,
    from: starts_at.epochMilliseconds,
    until: ends_at.epochMilliseconds,
  }));
}

// an empty one without times: nothing takes any of it
function spanOf(times: readonly Span[], { beforeMilliseconds, afterMilliseconds }: Buffers) {
  const moment = (milliseconds: number) => Temporal.Instant.fromEpochMilliseconds(milliseconds);
  if (times.length === 0) return { from: moment(0), until: moment(0) };
  return {
    from: moment(Math.min(...times.map(({ from }) => from)) - beforeMilliseconds),
    until: moment(Math.max(...times.map(({ until }) => until)) + afterMilliseconds),
  };
}

type Family = readonly { id: string; places: number }[];

function takesOf({ during }: Block, family: Family): string[] {
  return placesOf(family).map(({ resourceId, place }) => `${resourceId} ${place} ${during.from} ${during.until}`);
}

function placesOf(family: Family): { resourceId: string; place: number }[] {
  return family.flatMap(({ id, places }) => Array.from({ length: places }, (_, index) => ({ resourceId: id, place: index + 1 })));
}

// a block that is the same, down to what it takes, is left as it is
function differences(standing: readonly BlockRow[], wanted: readonly Block[], family: Family): { added: Block[]; gone: string[] } {
  const name = (from: number, until: number, title: string | null, takes: string[]) =>
    JSON.stringify([from, until, title, takes.toSorted()]);
  const left = new Map(
    standing.map(({ id, from, until, title, takes }) => [name(from.epochMilliseconds, until.epochMilliseconds, title, takes), id]),
  );
  const added = wanted.filter((block) => !left.delete(name(block.from, block.until, block.title, takesOf(block, family))));
  return { added, gone: [...left.values()] };
}

/** Gives all time of a calendar back, that of days past too. Claims of the house must be locked. */
export async function forgetBlocks(tx: Tx, calendar: OutsideCalendarRow, now: Temporal.Instant): Promise<void> {
  const { space_id: spaceId, id } = calendar;
  const rows = await tx.selectFrom("bookings").select("id").where("space_id", "=", spaceId).where("outside_calendar_id", "=", id).execute();
  if (rows.length === 0) return;
  await removeBlocks(
    tx,
    spaceId,
    rows.map((row) => row.id),
  );
  await tellOthers(tx, calendar, { added: 0, removed: rows.length, now });
}

type Way = { spaceId: string; resourceId: string; from: Temporal.Instant; until: Temporal.Instant };

/** Lets go of what calendars take of a resource, its parts and its whole in a time that is needed for something else; fit them again after. */
export async function makeWay(db: Db, { spaceId, resourceId, from, until }: Way): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await lockClaims(tx, spaceId);
    const family = (await familyOf(tx, resourceId)).map(({ id }) => id);
    const { rows } = await sql<{ id: string }>`
      select distinct b.id from booked_resources t join bookings b on b.space_id = t.space_id and b.id = t.booking_id
      where t.space_id = ${spaceId} and t.resource_id = any(${family}::uuid[]) and t.during && tstzrange(${from}, ${until}) and b.kind = 'outside'`.execute(
      tx,
    );
    await removeBlocks(
      tx,
      spaceId,
      rows.map(({ id }) => id),
    );
  });
}

// they were nobody's, and leave no trace
async function removeBlocks(tx: Tx, spaceId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`delete from booked_resources where space_id = ${spaceId} and booking_id = any(${ids}::uuid[])`.execute(tx);
  await sql`delete from bookings where space_id = ${spaceId} and id = any(${ids}::uuid[])`.execute(tx);
}

type New = { blocks: readonly Block[]; family: Family; now: Temporal.Instant };

async function addBlocks(tx: Tx, calendar: OutsideCalendarRow, { blocks, family, now }: New): Promise<void> {
  if (blocks.length === 0) return;
  const moment = (milliseconds: number) => Temporal.Instant.fromEpochMilliseconds(milliseconds).toString();
  const rows = blocks.map((block) => ({ ...block, id: newId() }));
  await sql`
    insert into bookings (space_id, id, resource_id, kind, state, title, starts_at, ends_at, audience, created_at, outside_calendar_id)
    select ${calendar.space_id}::uuid, n.id, ${calendar.resource_id}::uuid, 'outside', 'confirmed', n.title, n.starts_at, n.ends_at, 'staff', ${now}::timestamptz,
      ${calendar.id}::uuid
    from unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ title }) => title)}::text[], ${rows.map(({ from }) => moment(from))}::timestamptz[],
      ${rows.map(({ until }) => moment(until))}::timestamptz[]) n(id, title, starts_at, ends_at)
    returning id`.execute(tx);
  const takes = rows.flatMap(({ id, during }) => placesOf(family).map((place) => ({ id, ...place, during })));
  await sql`
    insert into booked_resources (space_id, booking_id, resource_id, place, during)
    select ${calendar.space_id}::uuid, n.booking_id, n.resource_id, n.place, tstzrange(n.from_at, n.until_at)
    from unnest(${takes.map(({ id }) => id)}::uuid[], ${takes.map(({ resourceId }) => resourceId)}::uuid[], ${takes.map(({ place }) => place)}::int[],
      ${takes.map(({ during }) => moment(during.from))}::timestamptz[], ${takes.map(({ during }) => moment(during.until))}::timestamptz[])
      n(booking_id, resource_id, place, from_at, until_at)
    returning booking_id`.execute(tx);
}

type Pair = { timeId: string; bookingId: string };
type Of = { spaceId: string; calendarId: string; now: Temporal.Instant };

/** @returns whether there is one that was not there before */
async function keepConflicts(tx: Tx, { spaceId, calendarId, now }: Of, conflicts: readonly Pair[]): Promise<boolean> {
  const pairs = sql`unnest(${conflicts.map(({ timeId }) => timeId)}::uuid[], ${conflicts.map(({ bookingId }) => bookingId)}::uuid[]) n(time_id, booking_id)`;
  await sql`
    delete from outside_conflicts f using outside_times t
    where f.space_id = ${spaceId} and t.space_id = f.space_id and t.id = f.time_id and t.calendar_id = ${calendarId}
      and not exists (select from ${pairs} where n.time_id = f.time_id and n.booking_id = f.booking_id)`.execute(tx);
  const { rows } = await sql<{ time_id: string }>`
    insert into outside_conflicts (space_id, time_id, booking_id, found_at)
    select ${spaceId}::uuid, n.time_id, n.booking_id, ${now}::timestamptz from ${pairs}
    on conflict on constraint outside_conflicts_once do nothing returning time_id`.execute(tx);
  return rows.length > 0;
}

type Changes = { added: number; removed: number; now: Temporal.Instant };

// who looks at the house sees it now, who waits in line for the time is offered it; others are told counts and ids
async function tellOthers(tx: Tx, calendar: OutsideCalendarRow, { added, removed, now }: Changes): Promise<void> {
  const { id: calendarId, space_id: spaceId, resource_id: resourceId, host_id: hostId } = calendar;
  await publish(tx, bookingsChannel(spaceId), { resourceId, bookingId: calendarId });
  if (removed > 0) await enqueue(tx, offersTimes, { spaceId }, { jobKey: `bookings.offer-times/${spaceId}` });
  await announce(tx, [
    {
      at: now,
      topic: "outside_calendar.changed",
      organizationIds: [hostId],
      payload: { calendarId, spaceId, resourceId, blocksAdded: added, blocksRemoved: removed },
    },
  ]);
}
