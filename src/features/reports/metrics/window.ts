import type { Day } from "../../../platform/time/day.ts";

/** Over which days a figure is counted, and under the borders of which day. */
export interface Window {
  from: Day;
  /** The first day after. */
  to: Day;
  borders: Day;
}

/** Borders are known since then. */
export const firstBorders: Day = "2013-01-01";
const mostYears = 20;

/** Why nothing can be counted over a window; undefined when it can. */
export function faultOf({ from, to, borders }: Window): "emptyWindow" | "tooLong" | "bordersUnknown" | undefined {
  if (from >= to) return "emptyWindow";
  if (Temporal.PlainDate.from(from).add({ years: mostYears }).toString() < to) return "tooLong";
  return borders < firstBorders ? "bordersUnknown" : undefined;
}

/** The same days a year earlier: what a figure stands beside. */
export function yearBefore({ from, to }: Pick<Window, "from" | "to">): { from: Day; to: Day } {
  const earlier = (day: Day) => Temporal.PlainDate.from(day).subtract({ years: 1 }).toString();
  return { from: earlier(from), to: earlier(to) };
}
