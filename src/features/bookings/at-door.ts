import type { Refusal } from "../../platform/refusal/refusal.ts";
import type { Opening } from "../spaces/index.ts";
import { type Interval, minutesBetween } from "./booking.ts";
import { bookingRefusals } from "./refusals.ts";
import { isInUse, isOpenThrough, type ResourceRules } from "./rules.ts";

/** How long after its start a booking nobody came to gives its time back. */
export const releaseMinutes = 10;
/** How long before its start one can check in. */
export const checkInMinutes = 15;
/** The shortest and the longest a room is taken for at its door. */
export const atDoorMinutes = { shortest: 15, longest: 60 };

interface DoorRoom {
  places: number;
  needsApproval: boolean;
  rules: ResourceRules;
  opening: Opening;
}

/**
 * Whether a room can be taken by whoever stands at its door, whom nobody knows: not where the house answers first, where one must
 * have learnt something, where only staff book, or where it wants to know beforehand.
 */
export function isTakenAtDoor({ places, needsApproval, rules }: Omit<DoorRoom, "opening">): boolean {
  const { certification, bookedBy, noticeMinutes, shortestMinutes } = rules;
  return (
    places === 1 &&
    !needsApproval &&
    certification === null &&
    bookedBy !== "staff" &&
    noticeMinutes === 0 &&
    shortestMinutes <= atDoorMinutes.longest
  );
}

/** Why a room cannot be taken at its door. Whether it is taken is not asked here. */
export function atDoorAgainst({ from, until }: Interval, room: DoorRoom): Refusal | undefined {
  const { rules, opening } = room;
  const minutes = minutesBetween(from, until);
  if (!isTakenAtDoor(room)) return bookingRefusals.notAtDoor();
  if (minutes < 1) return bookingRefusals.backwards();
  if (minutes > atDoorMinutes.longest) return bookingRefusals.tooLong({ minutes: atDoorMinutes.longest });
  if (!isInUse({ from, until }, rules.inUse, opening.timeZone)) return bookingRefusals.outOfUse();
  if (rules.opensWithHouse && !isOpenThrough(opening, { from, until })) return bookingRefusals.closed();
  return undefined;
}

/**
 * Until when a room may be taken now: on whole steps, a quarter to an hour from now, while nothing else begins and the house is open.
 * @param freeUntil when somebody else has it, buffers included
 */
export function endsAtDoor(now: Temporal.Instant, freeUntil: Temporal.Instant | null, room: DoorRoom): Temporal.Instant[] {
  const { stepMinutes } = room.rules;
  const from = wholeMinute(now);
  const local = from.toZonedDateTimeISO(room.opening.timeZone);
  const intoStep = (local.hour * 60 + local.minute) % stepMinutes;
  const marks = Array.from({ length: 1 + 60 / stepMinutes }, (_, index) => from.add({ minutes: (index + 1) * stepMinutes - intoStep }));
  return marks.filter((until) => {
    const minutes = minutesBetween(from, until);
    const isOfLength = minutes >= atDoorMinutes.shortest && minutes <= atDoorMinutes.longest;
    const isFree = freeUntil === null || Temporal.Instant.compare(until, freeUntil) <= 0;
    return isOfLength && isFree && atDoorAgainst({ from, until }, room) === undefined;
  });
}

/** A room is taken from the minute one stands there. */
export function wholeMinute(moment: Temporal.Instant): Temporal.Instant {
  return moment.round({ smallestUnit: "minute", roundingMode: "floor" });
}

type Attended = Interval & { kind: string; state: string; createdAt: Temporal.Instant; checkedInAt: Temporal.Instant | null };

/** Why one cannot check in to a booking now. */
export function checkInAgainst({ from, until, kind, state }: Omit<Attended, "createdAt">, at: Temporal.Instant): Refusal | undefined {
  if (kind !== "booking" || state !== "confirmed") return bookingRefusals.wrongState();
  if (Temporal.Instant.compare(at, until) >= 0) return bookingRefusals.past();
  if (Temporal.Instant.compare(at, from.subtract({ minutes: checkInMinutes })) < 0)
    return bookingRefusals.checkInLater({ minutes: checkInMinutes });
  return undefined;
}

/** Why a room is not handed back now: somebody must have it who has come. */
export function handBackAgainst(
  { from, until, kind, state, checkedInAt }: Omit<Attended, "createdAt">,
  at: Temporal.Instant,
): Refusal | undefined {
  const isTheirs = (kind === "booking" || kind === "at_door") && state === "confirmed" && checkedInAt !== null;
  const isRunning = Temporal.Instant.compare(from, at) <= 0 && Temporal.Instant.compare(at, until) < 0;
  return isTheirs && isRunning ? undefined : bookingRefusals.wrongState();
}

/** When a room that is handed back is free: from that minute, and no sooner than a minute after the start. */
export function handedBackUntil({ from, until }: Interval, at: Temporal.Instant): Temporal.Instant {
  const [latest] = [wholeMinute(at), from.add({ minutes: 1 })].toSorted((a, b) => Temporal.Instant.compare(b, a));
  return latest === undefined || Temporal.Instant.compare(latest, until) > 0 ? until : latest;
}

/** When the time is given back unless somebody has come: ten minutes after the start, or after it was booked when that was later. */
export function releasedAt({ from, createdAt }: Pick<Attended, "from" | "createdAt">): Temporal.Instant {
  const counted = Temporal.Instant.compare(createdAt, from) > 0 ? createdAt : from;
  return counted.add({ minutes: releaseMinutes });
}

/** Why a booking is not given back as one nobody came to. */
export function releaseAgainst(booking: Attended, room: { needsCheckIn: boolean }, at: Temporal.Instant): Refusal | undefined {
  const isMissing = booking.kind === "booking" && booking.checkedInAt === null && room.needsCheckIn;
  const isOver = Temporal.Instant.compare(booking.until, at) <= 0;
  return isMissing && !isOver && Temporal.Instant.compare(releasedAt(booking), at) <= 0 ? undefined : bookingRefusals.wrongState();
}
