import { closesAfter, isOpenAt, type Opening, opensAfter } from "../spaces/index.ts";

/** Time that is taken of a room, as a screen may show it. */
export interface TakenTime {
  bookingId: string;
  kind: string;
  /** With buffers. */
  from: Temporal.Instant;
  until: Temporal.Instant;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  /** Null where the house or whoever booked keeps it hidden. */
  title: string | null;
}

/** free: walk in. taken: somebody has it, or it is made ready. closed: the house is. */
export type RoomState = "free" | "taken" | "closed";

export interface RoomNow {
  state: RoomState;
  /** Until when it is so; null when nothing more is known today. */
  until: Temporal.Instant | null;
  /** Who has it, when somebody has. */
  current: TakenTime | null;
  /** What comes later, in order. */
  next: TakenTime[];
}

/**
 * How a room stands at a moment. Times that follow on each other are one: it is taken until somebody can walk in. Pure.
 * @param taken what takes time of it from now on, in order of time
 */
export function roomNow(taken: readonly TakenTime[], room: { opensWithHouse: boolean; opening: Opening }, now: Temporal.Instant): RoomNow {
  const current = taken.find(({ from, until }) => isBefore(from, now, true) && isBefore(now, until)) ?? null;
  const next = taken.filter((one) => one !== current && isBefore(now, one.startsAt));
  if (current) return { state: "taken", until: endOfRow(taken, current.until), current, next };
  const { opening, opensWithHouse } = room;
  if (opensWithHouse && !isOpenAt(opening, now)) return { state: "closed", until: opensAfter(opening, now) ?? null, current, next };
  const closes = opensWithHouse ? closesAfter(opening, now) : undefined;
  const until = earliest([next[0]?.from, closes]);
  return { state: "free", until, current, next };
}

function endOfRow(taken: readonly TakenTime[], until: Temporal.Instant): Temporal.Instant {
  let end = until;
  for (const one of taken) if (isBefore(one.from, end, true) && isBefore(end, one.until)) end = one.until;
  return end;
}

function earliest(moments: (Temporal.Instant | undefined)[]): Temporal.Instant | null {
  return moments.filter((moment) => moment !== undefined).toSorted(Temporal.Instant.compare)[0] ?? null;
}

function isBefore(a: Temporal.Instant, b: Temporal.Instant, orSame = false): boolean {
  const order = Temporal.Instant.compare(a, b);
  return order < 0 || (orSame && order === 0);
}
