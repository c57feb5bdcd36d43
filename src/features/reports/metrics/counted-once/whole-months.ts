import { sql } from "kysely";
import { addDays, type Day, monthOf } from "../../../../platform/time/day.ts";
import type { Asked } from "../metric.ts";
import { heldEvents } from "../sources/held-events.ts";

/**
 * The same question about whole months, when the window begins with one and holds all events of its last: it ends with it, or after the
 * last that is over. A year so far is the whole year.
 */
export async function wholeMonths(asked: Asked): Promise<Asked | undefined> {
  const { from, to } = asked;
  if (from !== monthOf(from)) return undefined;
  const [newYear, nextYear] = [`${to.slice(0, 4)}-01-01`, `${yearOf(to) + 1}-01-01`];
  if (to === newYear || (to === monthOf(to) && from !== newYear)) return asked;
  const next = await firstHeld({ ...asked, from: to, to: nextYear });
  if (from === newYear && next === undefined) return { ...asked, to: nextYear };
  const end = to === monthOf(to) ? to : monthAfter(to);
  return next === undefined || next >= end ? { ...asked, to: end } : undefined;
}

/** Whether whole months are a calendar year. */
export function isYear({ from, to }: Pick<Asked, "from" | "to">): boolean {
  return from.endsWith("-01-01") && to === `${yearOf(from) + 1}-01-01`;
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

async function firstHeld(asked: Asked): Promise<Day | undefined> {
  const { rows } = await sql<{ day: Day | null }>`select min(e.day)::text as day from ${heldEvents(asked)} e`.execute(asked.db);
  return rows[0]?.day ?? undefined;
}

function monthAfter(day: Day): Day {
  return monthOf(addDays(monthOf(day), 31));
}
