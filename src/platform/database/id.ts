import { randomFillSync } from "node:crypto";

// asking the operating system for sixteen bytes at a time costs more than making the id
const chance = Buffer.alloc(16 * 256);
let used = chance.length;

const mostInMillisecond = 0xfff;

/** The moment of the last id, and its place among those of that moment. */
type Last = { millisecond: number; place: number };

const byClock: Last = { millisecond: 0, place: 0 };
const byMoment: Last = { millisecond: 0, place: 0 };

/**
 * A new UUIDv7 (RFC 9562): sorts by the moment it was made, so that primary keys grow at one end. Those of a process sort in the order they
 * were made in, also within a millisecond and when its clock is set back (6.2, method 1).
 * @param moment of what it is the id of, in milliseconds, when that is another; those of the same moment that follow each other sort in order
 */
export function newId(moment?: number): string {
  if (used === chance.length) {
    randomFillSync(chance);
    used = 0;
  }
  const bytes = chance.subarray(used, used + 16);
  used += 16;
  const { millisecond, place } = moment === undefined ? next(byClock, Date.now()) : nextOf(byMoment, moment);
  bytes.writeUIntBE(millisecond, 0, 6);
  bytes.writeUInt16BE(0x7000 | place, 6);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

// where the clock stands still or is set back, ids go on from the last
function next(last: Last, now: number): Last {
  if (now > last.millisecond) return begin(last, now);
  if (last.place === mostInMillisecond) return begin(last, last.millisecond + 1);
  last.place += 1;
  return last;
}

function nextOf(last: Last, moment: number): Last {
  if (moment !== last.millisecond) return begin(last, moment);
  last.place = Math.min(last.place + 1, mostInMillisecond);
  return last;
}

function begin(last: Last, millisecond: number): Last {
  last.millisecond = millisecond;
  last.place = 0;
  return last;
}

/** When an id was made, in milliseconds. */
export function momentOf(id: string): number {
  return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
}

const form = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a path segment is an id rather than a slug. */
export function isId(text: string): boolean {
  return form.test(text);
}
