import { addDays, momentOf, monthOf, weekdayOf } from "../../../platform/time/day.ts";
import { type Booked, type Span, spanOf } from "./day-plan.ts";

/** How much of the calendar is looked at. */
export const views = ["day", "week", "month"] as const;
export type View = (typeof views)[number];

export function viewOf(text: string | null): View {
  return views.find((view) => view === text) ?? "day";
}

/** The days of the week a day is in, or whole weeks around its month. */
export function daysOf(view: Exclude<View, "day">, day: string): string[] {
  const first = view === "week" ? day : monthOf(day);
  const monday = addDays(first, 1 - weekdayOf(first));
  const last = view === "week" ? addDays(monday, 6) : lastOfMonth(day);
  const days: string[] = [];
  for (let each = monday; each <= last || days.length % 7 !== 0; each = addDays(each, 1)) days.push(each);
  return days;
}

/** The same day a week or a month along; the last of a month that is shorter. */
export function stepped(view: Exclude<View, "day">, day: string, steps: 1 | -1): string {
  const date = Temporal.PlainDate.from(day);
  return date.add(view === "week" ? { weeks: steps } : { months: steps }).toString();
}

type Opening = { opens: string; closes: string };

/** The spans of several days, all from the same time of the clock and equally long, so that they can be read below each other. */
export function alignedSpans(
  days: readonly { day: string; opening: readonly Opening[]; booked: readonly Booked[] }[],
  timeZone: string,
): Span[] {
  const spans = days.map(({ day, opening, booked }) => spanOf(day, timeZone, opening, booked));
  const hour = (moment: Temporal.Instant) => moment.toZonedDateTimeISO(timeZone).hour;
  const first = Math.min(...spans.map(({ from }) => hour(from)));
  const last = Math.max(...spans.map(({ from, quarters }) => hour(from) + Math.ceil(quarters / 4)));
  const opens = `${String(first).padStart(2, "0")}:00`;
  return days.map(({ day }) => ({ from: momentOf(day, opens, timeZone), quarters: (last - first) * 4, timeZone }));
}

/** What of the bookings takes time on a day. */
export function bookedOn(day: string, booked: readonly Booked[], timeZone: string): Booked[] {
  const [from, until] = [momentOf(day, "00:00", timeZone), momentOf(addDays(day, 1), "00:00", timeZone)].map(String) as [string, string];
  return booked.filter(({ startsAt, endsAt }) => startsAt < until && endsAt > from);
}

function lastOfMonth(day: string): string {
  const date = Temporal.PlainDate.from(day);
  return date.with({ day: date.daysInMonth }).toString();
}
