import { momentOf } from "../../../platform/time/day.ts";
import { readRepeat, type WrittenRepeat } from "./series/repeat.ts";

/** The form of a new booking as it was written: texts, so that nothing typed is lost. */
export interface WrittenBooking extends WrittenRepeat {
  resource: string;
  from: string;
  to: string;
  title: string;
  people: string;
  kind: string;
  reason: string;
  scope: string;
}

const time = /^([01]\d|2[0-3]):[0-5]\d$/;
const stepMinutes = 15;

/** What the address or a sent form says. A nudge moves both times by a quarter of an hour. */
export function readWritten(given: URLSearchParams | FormData, fallback: { resource: string; from: string; to: string }): WrittenBooking {
  const text = (name: string) => String(given.get(name) ?? "");
  const nudge = text("nudge") === "earlier" ? -stepMinutes : text("nudge") === "later" ? stepMinutes : 0;
  const from = time.test(text("from")) ? text("from") : fallback.from;
  const to = time.test(text("to")) ? text("to") : from === fallback.from ? fallback.to : moved(from, 60);
  return {
    resource: text("resource") || fallback.resource,
    from: moved(from, nudge),
    to: moved(to, nudge),
    title: text("title"),
    people: text("people"),
    kind: text("kind") || "booking",
    reason: text("reason"),
    scope: text("scope") || "this",
    ...readRepeat(given),
  };
}

/** What a list of the dates of a series was made for: when the form says something else, the list is of other dates. */
export function datesOf({ resource, from, to, repeat, times, lastDay }: WrittenBooking): string {
  return [resource, from, to, repeat, times, lastDay].join(" ");
}

/** The times as moments: an end that is not after the start is the next day's. */
export function timesOf(day: string, { from, to }: { from: string; to: string }, timeZone: string): { startsAt: string; endsAt: string } {
  return { startsAt: momentOf(day, from, timeZone).toString(), endsAt: momentOf(day, to, timeZone).toString() };
}

/**
 * The next quarter of an hour, and an hour later; nine o'clock on another day than today. Not before the house opens.
 * @param opens when it opens first that day
 */
export function nextFree(now: Temporal.Instant, day: string, timeZone: string, opens = "00:00"): { from: string; to: string } {
  const local = now.toZonedDateTimeISO(timeZone);
  const isToday = local.toPlainDate().toString() === day && local.hour < 22;
  const next = local.round({ smallestUnit: "minute", roundingIncrement: stepMinutes, roundingMode: "ceil" }).toPlainTime();
  const earliest = isToday ? next.toString().slice(0, 5) : "09:00";
  const from = opens > earliest ? opens : earliest;
  return { from, to: moved(from, 60) };
}

/** The quarters of a day to choose from. */
export const quarterTimes = Array.from({ length: 96 }, (_, index) => moved("00:00", index * stepMinutes));

// stops at the ends of the day
function moved(text: string, minutes: number): string {
  const [hour = 0, minute = 0] = text.split(":").map(Number);
  const total = Math.min(23 * 60 + 45, Math.max(0, hour * 60 + minute + minutes));
  return `${String(Math.floor(total / 60)).padStart(2, "0")}:${String(total % 60).padStart(2, "0")}`;
}
