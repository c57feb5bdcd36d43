import { createHash } from "node:crypto";
import { sql } from "kysely";
import type pg from "pg";

const mark = "/* plan kept */";

/**
 * Begins a statement that takes longer to plan than to run: ``sql`${keptPlan} select …` ``. Its text must be one of few, with all
 * that differs given as parameters. Each connection plans it a few times and then keeps the plan until what is known of the
 * tables changes.
 */
export const keptPlan = sql.raw(mark);

/** Has a connection prepare the statements so marked, by a name made of their text. */
export function keepPlans(client: pg.PoolClient): void {
  const ask = client.query.bind(client) as (...given: unknown[]) => unknown;
  const askByName = (...given: unknown[]) => {
    const [text, values, ...more] = given;
    if (typeof text !== "string" || !text.includes(mark)) return ask(...given);
    return ask({ name: nameOf(text), text, values }, ...more);
  };
  client.query = askByName as typeof client.query;
}

const names = new Map<string, string>();

function nameOf(text: string): string {
  const known = names.get(text);
  if (known) return known;
  const name = `kept_${createHash("sha256").update(text).digest("hex").slice(0, 32)}`;
  names.set(text, name);
  return name;
}
