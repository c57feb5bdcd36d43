import type { Db } from "../../platform/database/database.ts";
import { addDays, dayIn, momentOf } from "../../platform/time/day.ts";
import { checkInAgainst, endsAtDoor, handBackAgainst, releasedAt } from "../bookings/index.ts";
import { type Booker, type Opening, openingOf } from "../spaces/index.ts";
import type { DisplayKind } from "./display.ts";
import { type DisplayRow, guestsOn, roomsOf, type ScreenBooking, type ScreenRoom, takenFrom } from "./queries.ts";
import { roomNow } from "./room-now.ts";

/** Everything a screen shows at a moment. No name, and a title only where both the house and whoever booked want it read. */
export async function readScreen(db: Db, display: DisplayRow, now: Temporal.Instant) {
  const { space_id: spaceId, resource_id: resourceId, time_zone: timeZone, shows_titles: showsTitles } = display;
  const today = dayIn(now, timeZone);
  const endOfDay = momentOf(addDays(today, 1), "00:00", timeZone);
  const space = await db.selectFrom("spaces").selectAll().where("id", "=", spaceId).executeTakeFirstOrThrow();
  const [opening, rooms] = [await openingOf(db, space, today), await roomsOf(db, { spaceId, today })];
  const taken = await takenFrom(db, { spaceId, now, until: endOfDay, showsTitles });
  const guests = display.kind === "wall" ? await guestsOn(db, spaceId, today) : null;
  // whoever arrives is told nothing of the rooms
  const shown = display.kind === "kiosk" ? [] : rooms.filter(({ id }) => resourceId === null || id === resourceId);
  return {
    id: display.id,
    kind: display.kind as DisplayKind,
    name: display.name,
    space: { slug: display.space_slug, name: display.space_name, timeZone },
    now: now.toString(),
    guests,
    rooms: shown.map((room) => presentRoom(room, takenOf(room, rooms, taken), { opening, now, display })),
  };
}

/** What takes time of a room: a hall is taken when any of its parts is. Each booking once. */
function takenOf(room: ScreenRoom, rooms: ScreenRoom[], taken: ScreenBooking[]): ScreenBooking[] {
  if (room.places > 1) return taken.filter(({ resourceId }) => resourceId === room.id);
  const family = new Set([room.id]);
  // from the hall to its rooms, and to what those are made of
  for (let size = 0; size < family.size; ) {
    size = family.size;
    for (const { id, part_of } of rooms) if (part_of !== null && family.has(part_of)) family.add(id);
  }
  const own = taken.filter(({ resourceId }) => family.has(resourceId));
  return [...new Map(own.map((one) => [one.bookingId, one])).values()];
}

type Moment = { opening: Opening; now: Temporal.Instant; display: DisplayRow };

function presentRoom(room: ScreenRoom, taken: ScreenBooking[], { opening, now, display }: Moment) {
  const { state, until, current, next } = standing(room, taken, opening, now);
  const doorRoom = { places: room.places, needsApproval: room.needs_approval, rules: rulesOf(room), opening };
  const nextTaken = next[0]?.from.subtract({ minutes: room.buffer_after_minutes }) ?? null;
  const isTakeable = display.kind === "door" && display.takes_bookings && state === "free" && room.buffer_before_minutes === 0;
  const asksFor = display.kind === "door" && room.needs_check_in ? toCheckIn(room, taken, now) : undefined;
  const isLeft = display.kind === "door" ? taken.find((one) => isHandedBack(room, one, now)) : undefined;
  return {
    id: room.id,
    name: room.name,
    kind: room.kind,
    capacity: room.capacity,
    places: room.places,
    placesFree: Math.max(0, room.places - new Set(taken.filter((one) => isRunning(one, now)).map(({ place }) => place)).size),
    state,
    until: until?.toString() ?? null,
    current: current && presentTime(current),
    next: next.slice(0, 4).map(presentTime),
    takeUntil: isTakeable ? endsAtDoor(now, nextTaken, doorRoom).map(String) : [],
    checkIn: asksFor
      ? { bookingId: asksFor.bookingId, by: releasedAt({ from: asksFor.startsAt, createdAt: asksFor.createdAt }).toString() }
      : null,
    handBack: isLeft ? { bookingId: isLeft.bookingId } : null,
  };
}

// a pool of desks is taken when no desk is left; what comes later says little of it
function standing(room: ScreenRoom, taken: ScreenBooking[], opening: Opening, now: Temporal.Instant) {
  const given = { opensWithHouse: room.opens_with_house, opening };
  if (room.places === 1) return roomNow(taken, given, now);
  const running = new Set(taken.filter((one) => isRunning(one, now)).map(({ place }) => place));
  const { state, until } = roomNow([], given, now);
  return { state: state === "free" && running.size >= room.places ? ("taken" as const) : state, until, current: null, next: [] };
}

function isRunning({ from, until }: ScreenBooking, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(from, now) <= 0 && Temporal.Instant.compare(now, until) < 0;
}

function toCheckIn(room: ScreenRoom, taken: ScreenBooking[], now: Temporal.Instant): ScreenBooking | undefined {
  return taken.find(
    (one) =>
      one.bookedResourceId === room.id &&
      one.checkedInAt === null &&
      checkInAgainst({ from: one.startsAt, until: one.endsAt, kind: one.kind, state: one.state, checkedInAt: null }, now) === undefined,
  );
}

function isHandedBack(room: ScreenRoom, one: ScreenBooking, now: Temporal.Instant): boolean {
  const { bookedResourceId, startsAt: from, endsAt: until } = one;
  return room.places === 1 && bookedResourceId === room.id && handBackAgainst({ ...one, from, until }, now) === undefined;
}

function presentTime({
  kind,
  startsAt,
  endsAt,
  until,
  title,
}: {
  kind: string;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  until: Temporal.Instant;
  title: string | null;
}) {
  return { kind, startsAt: startsAt.toString(), endsAt: endsAt.toString(), readyAt: until.toString(), title };
}

function rulesOf(room: ScreenRoom) {
  return {
    capacity: room.capacity,
    stepMinutes: room.step_minutes,
    shortestMinutes: room.shortest_minutes,
    longestMinutes: room.longest_minutes,
    noticeMinutes: room.notice_minutes,
    horizonDays: room.horizon_days,
    weeklyMinutes: room.weekly_minutes,
    bookedBy: room.booked_by as Booker,
    opensWithHouse: room.opens_with_house,
    inUse: { from: room.in_use_from, until: room.in_use_until },
    certification: room.certification_level === null ? null : { names: {}, level: room.certification_level },
  };
}
