import { sql } from "kysely";
import type { Asked } from "../metric.ts";
import { heldEvents } from "../sources/held-events.ts";

/** The same question about the whole year, when the window holds all events of one: it ends with it, or after the last that is over. */
export async function wholeYear(asked: Asked): Promise<Asked | undefined> {
  const year = Number(asked.from.slice(0, 4));
  const end = `${year + 1}-01-01`;
  if (!asked.from.endsWith("-01-01") || asked.to > end) return undefined;
  const whole = { ...asked, to: end };
  if (asked.to === end) return whole;
  const { rows } = await sql`select e.id from ${heldEvents({ ...whole, from: asked.to })} e limit 1`.execute(asked.db);
  return rows.length === 0 ? whole : undefined;
}

export function yearOf({ from }: Asked): number {
  return Number(from.slice(0, 4));
}
