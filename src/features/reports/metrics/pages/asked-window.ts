import { addDays, type Day, dayIn, isDay } from "../../../../platform/time/day.ts";
import { faultOf, type Window, yearBefore } from "../window.ts";
import type { ShownSubject } from "./subject.ts";

/** The period the reader asked for in the address: `from` and `last` with both their days. */
export interface AskedWindow extends Window {
  /** The same days a year earlier. */
  before: { from: Day; to: Day };
  today: Day;
  /** What stood in the form, right or wrong. */
  typed: { from: string; last: string; borders: string };
  /** Why that could not be counted, so that this year is shown instead. */
  wrong: ReturnType<typeof faultOf> | "notADay" | "areaUnknown";
}

/** This year so far unless the address says otherwise. */
export function askedWindow(asked: URLSearchParams, now: Temporal.Instant): AskedWindow {
  const today = dayIn(now, "Europe/Oslo");
  const thisYear = { from: `${today.slice(0, 4)}-01-01`, to: addDays(today, 1), borders: today };
  const from = asked.get("from") ?? thisYear.from;
  const last = asked.get("last") ?? (from.slice(0, 4) < today.slice(0, 4) ? `${from.slice(0, 4)}-12-31` : today);
  const borders = asked.get("borders") || today;
  const wished = [from, last, borders].every(isDay) ? { from, to: addDays(last, 1), borders } : undefined;
  const wrong = wished ? faultOf(wished) : "notADay";
  const window = wished && !wrong ? wished : thisYear;
  return { ...window, before: yearBefore(window), today, typed: { from, last, borders }, wrong };
}

/** The same where the subject is an area: under the borders it has, and said where it has none under those that were asked for. */
export function windowWithin(
  asked: AskedWindow,
  { borders = asked.borders, isUnknownThere = false }: Pick<ShownSubject, "borders" | "isUnknownThere">,
): AskedWindow {
  return { ...asked, borders, typed: { ...asked.typed, borders }, wrong: asked.wrong ?? (isUnknownThere ? "areaUnknown" : undefined) };
}
