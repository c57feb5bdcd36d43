import { sql } from "kysely";
import { recountLedger } from "../../src/features/exchange/ledger/ledger-counts.ts";
import type { Db, Tx } from "../../src/platform/database/database.ts";
import { clearActivity, insertActivity } from "./activity.ts";
import { advanceDemo } from "./advance.ts";
import { calendarAt, timeZone } from "./calendar.ts";
import { closePastDays, letGuestsIn } from "./close-days.ts";
import { insertDisplays } from "./insert-displays.ts";
import { insertResources } from "./insert-resources.ts";
import { demoMade, lockDemo, rememberMade } from "./load.ts";
import { readNetwork } from "./network.ts";
import { readDemo } from "./read.ts";

// from this hour whoever has not been let in by a visitor is let in, so that nobody becomes a no-show overnight
const eveningHour = 17;

/**
 * Keeps the loaded network alive as days pass; call it at the start and now and then (a job in the morning and one in the evening).
 *
 * When the day has moved on and nobody has done anything, what happens in the network is taken away and made again for today.
 * Once a visitor has, nothing is taken away: past days are closed with their guests come, the days missed get their passes from
 * the flows, and new guests and bookings are given to today and the days ahead, where there is room and the rules allow it.
 * A network from before there was anything to book gets that first.
 * @returns whether anything was done
 */
export async function refreshDemo(db: Db, now: Temporal.Instant): Promise<boolean> {
  if (!(await demoMade(db))) return false;
  return await db.transaction().execute(async (tx) => {
    await lockDemo(tx);
    const made = await demoMade(tx);
    const { today } = calendarAt(now);
    if (!made) return false;
    const isBare = !(await tx.selectFrom("resources").select("id").limit(1).executeTakeFirst());
    if (made.day >= today.toString() && !isBare) {
      const isEvening = now.toZonedDateTimeISO(timeZone).hour >= eveningHour;
      if (!isEvening || (await letGuestsIn(tx, readDemo(), today.toString(), now)) === 0) return false;
      await recountLedger(tx);
      return true;
    }
    const demo = readDemo();
    const day = today.toString();
    if (isBare) {
      await insertResources(tx, demo, await readNetwork(tx, demo), now);
      await insertDisplays(tx, demo, now);
    }
    if (await isTouched(tx, made.at)) {
      await closePastDays(tx, demo, day, now);
      await advanceDemo(tx, demo, made.day, now);
      await recountLedger(tx);
      await rememberMade(tx, { ...made, day });
    } else {
      await clearActivity(tx);
      await insertActivity(tx, demo, now);
      await rememberMade(tx, { day, at: now.toString() });
    }
    return true;
  });
}

/**
 * Whether a person, a key or an import has done anything but sign in since the network was made. What jobs do by themselves
 * (close a day, let an offer lapse and offer the seat to the next) is no touch. On a spread database these tables lie apart, and what
 * is asked of one must have a column to be carried to the other: hence `select 1`.
 */
async function isTouched(tx: Tx, since: string): Promise<boolean> {
  const { rows } = await sql<{ touched: boolean }>`
    select exists (
        select 1 from audit_log
        where (actor_person_id is not null or actor_key_id is not null) and action not like 'session.%' and done_at > ${since}::timestamptz)
      or exists (select 1 from import_runs)
      or exists (select 1 from day_passes where claimed_at > ${since}::timestamptz)
      or exists (select 1 from day_pass_endings where ended_at > ${since}::timestamptz and ended_by is not null) as touched`.execute(tx);
  return rows[0]?.touched ?? false;
}
