import { sql } from "kysely";
import { lockClaims } from "../../src/platform/claims/decided-together.ts";
import type { Tx } from "../../src/platform/database/database.ts";
import type { TestInstallation } from "./installation.ts";

/**
 * Holds up claims of a house, one after the other, when each has read what it decides by and before it writes; then does something
 * to the house and lets them go, in order. @returns what each came to
 */
export async function whileClaimsWait<Claims extends readonly (() => Promise<unknown>)[]>(
  { db }: TestInstallation,
  spaceId: string,
  claims: readonly [...Claims],
  meanwhile: (tx: Tx) => Promise<unknown> = async () => undefined,
): Promise<{ -readonly [Place in keyof Claims]: Awaited<ReturnType<Claims[Place]>> }> {
  const claimed: Promise<unknown>[] = [];
  await db.transaction().execute(async (tx) => {
    await lockClaims(tx, spaceId);
    for (const claim of claims) {
      claimed.push(claim());
      for (let waiting = 0; waiting < claimed.length; ) {
        const { rows } = await sql`select pid from pg_stat_activity where wait_event = 'advisory' and datname = current_database()`.execute(
          db,
        );
        waiting = rows.length;
      }
    }
    await meanwhile(tx);
  });
  return (await Promise.all(claimed)) as { -readonly [Place in keyof Claims]: Awaited<ReturnType<Claims[Place]>> };
}
