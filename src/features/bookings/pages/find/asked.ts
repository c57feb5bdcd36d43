import { addDays, dayIn, isDay, momentOf } from "../../../../platform/time/day.ts";

/** What is looked for: kinds of the same use, in the order they are offered. */
export const uses = {
  room: ["meeting_room"],
  hall: ["auditorium", "studio", "training_centre"],
  desk: ["desk", "desk_pool"],
  office: ["office"],
  machine: ["machine", "equipment"],
} as const;
export type Use = keyof typeof uses;

export const peopleChoices = [1, 2, 4, 6, 8, 12, 20, 40];
export const lengthChoices = [30, 60, 90, 120, 180, 240, 480];

/** A search for a free time as its address says it; what it does not say is a room for an hour, now. */
export interface Asked {
  use: Use;
  people: number;
  minutes: number;
  day: string;
  /** "" is now. */
  time: string;
  /** The name of a place. */
  near: string;
  /** Where the phone is, "59.913,10.752". */
  here: string;
  cursor: string | undefined;
}

const clockTime = /^([01]\d|2[0-3]):[0-5]\d$/;
const coordinates = /^-?\d{1,2}(\.\d{1,8})?,-?\d{1,3}(\.\d{1,8})?$/;

export function readAsked(query: URLSearchParams, now: Temporal.Instant, timeZone: string): Asked {
  const text = (name: string) => (query.get(name) ?? "").trim();
  const today = dayIn(now, timeZone);
  const day = isDay(text("day")) && text("day") >= today ? text("day") : today;
  const time = clockTime.test(text("time")) ? text("time") : day === today ? "" : "09:00";
  const near = text("near").slice(0, 80);
  return {
    use: text("use") in uses ? (text("use") as Use) : "room",
    people: within(text("people"), 1, 10_000, 1),
    minutes: within(text("minutes"), 5, 20_160, 60),
    day,
    time,
    near,
    here: near === "" && coordinates.test(text("here")) ? text("here") : "",
    cursor: query.get("cursor") ?? undefined,
  };
}

/** The window the asked time lies in. Now is from the quarter hour that has begun until the next half hour. */
export function windowOf({ day, time, minutes }: Asked, now: Temporal.Instant, timeZone: string): { from: string; to: string } {
  const [from, room] = time === "" ? [now.subtract({ minutes: 15 }), 45] : [momentOf(day, time, timeZone), 0];
  return { from: from.toString(), to: from.add({ minutes: minutes + room }).toString() };
}

/** Where to look when nothing is free then: from that time until the end of the next day. */
export function laterWindow(asked: Asked, now: Temporal.Instant, timeZone: string): { from: string; to: string } {
  const { from } = windowOf(asked, now, timeZone);
  const end = momentOf(addDays(asked.day, 2), "00:00", timeZone);
  const least = Temporal.Instant.from(from).add({ minutes: asked.minutes });
  return { from, to: (Temporal.Instant.compare(end, least) > 0 ? end : least).toString() };
}

/** The address of a search with something in it changed. */
export function addressOf(asked: Asked, change: Partial<Asked> = {}): string {
  const { use, people, minutes, day, time, near, here, cursor } = { ...asked, cursor: undefined, ...change };
  const query = new URLSearchParams({ use, people: String(people), minutes: String(minutes), day, time, near, here });
  if (cursor) query.set("cursor", cursor);
  return `?${query}`;
}

function within(text: string, least: number, most: number, usual: number): number {
  const value = Number(text);
  return text !== "" && Number.isInteger(value) && value >= least && value <= most ? value : usual;
}
