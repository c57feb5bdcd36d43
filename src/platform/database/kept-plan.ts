import { createHash } from "node:crypto";
import { sql } from "kysely";
import type pg from "pg";

const mark = "/* plan kept */";

/**
 * Begins a statement that takes longer to plan than to run: ``sql`${keptPlan} select …` ``. Its text must be one of few, with all
 * that differs given as parameters. Each connection plans it a few times and then keeps the plan until what is known of the
 * tables changes, or until it was asked twice as often as when it was planned: tables that were empty then may have grown, long before
 * the server measures them.
 */
export const keptPlan = sql.raw(mark);

/** Has a connection prepare the statements so marked, by a name made of their text. */
export function keepPlans(client: pg.PoolClient): void {
  const ask = client.query.bind(client) as (...given: unknown[]) => unknown;
  const asked = new Map<string, number>();
  const askByName = (...given: unknown[]) => {
    const [text, values, ...more] = given;
    if (typeof text !== "string" || !text.includes(mark)) return ask(...given);
    const name = nameOf(text);
    const times = (asked.get(name) ?? 0) + 1;
    asked.set(name, times);
    // a connection that is broken tells whoever asked
    if (isPlannedAnew(times)) void (ask("discard plans") as Promise<unknown>).catch(() => undefined);
    return ask({ name, text, values }, ...more);
  };
  client.query = askByName as typeof client.query;
}

// at 8, 16, 32 …
function isPlannedAnew(times: number): boolean {
  return times >= 8 && Number.isInteger(Math.log2(times));
}

const names = new Map<string, string>();

function nameOf(text: string): string {
  const known = names.get(text);
  if (known) return known;
  const name = `kept_${createHash("sha256").update(text).digest("hex").slice(0, 32)}`;
  names.set(text, name);
  return name;
}
