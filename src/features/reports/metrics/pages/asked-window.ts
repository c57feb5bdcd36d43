import { addDays, type Day, dayIn, isDay } from "../../../../platform/time/day.ts";

/** The period the reader asked for in the address: `from` and `last` with both their days. */
export interface AskedWindow {
  from: Day;
  /** The first day after. */
  to: Day;
  borders: Day;
  /** The same days a year earlier. */
  before: { from: Day; to: Day };
  today: Day;
  /** What was typed could not be read as a period, so this year is shown. */
  isWrong: boolean;
}

/** This year so far unless the address says otherwise. */
export function askedWindow(asked: URLSearchParams, now: Temporal.Instant): AskedWindow {
  const today = dayIn(now, "Europe/Oslo");
  const from = asked.get("from") ?? `${today.slice(0, 4)}-01-01`;
  const last = asked.get("last") ?? (from.slice(0, 4) < today.slice(0, 4) ? `${from.slice(0, 4)}-12-31` : today);
  const borders = asked.get("borders") || today;
  const isRight = isDay(from) && isDay(last) && isDay(borders) && from <= last && borders >= "2013-01-01" && yearsLater(from, 20) >= last;
  const window = isRight
    ? { from, to: addDays(last, 1), borders }
    : { from: `${today.slice(0, 4)}-01-01`, to: addDays(today, 1), borders: today };
  return { ...window, before: { from: yearsLater(window.from, -1), to: yearsLater(window.to, -1) }, today, isWrong: !isRight };
}

function yearsLater(day: Day, years: number): Day {
  return Temporal.PlainDate.from(day).add({ years }).toString();
}
