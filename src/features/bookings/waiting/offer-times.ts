import { sql } from "kysely";
import { z } from "zod";
import { lockNumber } from "../../../platform/claims/decided-together.ts";
import type { Installation } from "../../../platform/installation.ts";
import { defineJob } from "../../../platform/jobs/job.ts";
import type { BookingClaims } from "../deciding/booking-claims.ts";
import { tryEachPastLine } from "../deciding/try-out.ts";
import { offersFor } from "./commands.ts";
import { lineOf } from "./queries.ts";

/** Offers what is free in a house; everywhere without one. */
export const offersTimes = defineJob("bookings.offer-times", z.strictObject({ spaceId: z.uuid().optional() }), { isAwaited: true });

const mostAtOnce = 100;

/**
 * Offers the free time of a house to those who wait for it, in the order they came. Who cannot have it now, by a rule, keeps the
 * place in line and the next one is asked.
 * @returns how many times were offered
 */
export async function offerTimes({ db, now, pipelines }: Installation, claims: BookingClaims, spaceId: string): Promise<number> {
  return db.transaction().execute(async (tx) => {
    // one at a time for a house; another number than the one bookings are decided under, which are decided meanwhile
    await sql`select pg_advisory_xact_lock(${String(lockNumber(spaceId) ^ 1n)}::bigint)`.execute(tx);
    const at = now();
    const offers = (await lineOf(tx, spaceId, at, mostAtOnce)).map((wish) => offersFor(wish, at));
    const answers = await tryEachPastLine(pipelines, offers.flat());
    const isFree = new Set(offers.flat().filter((_, index) => answers[index]?.kind === "done"));
    let offered = 0;
    for (const times of offers) {
      for (const command of times.filter((time) => isFree.has(time))) {
        const answer = await claims.submit(command);
        if (answer.kind !== "done") continue;
        offered += 1;
        break;
      }
    }
    return offered;
  });
}

/** The same in every house somebody waits in: a process may have ended between time given back and its offer, and rules may have changed. */
export async function offerTimesEverywhere(installation: Installation, claims: BookingClaims): Promise<void> {
  const houses = await installation.db
    .selectFrom("booking_waits")
    .select("space_id")
    .distinct()
    .where("left_at", "is", null)
    .where("wanted_until", ">", installation.now())
    .execute();
  for (const { space_id } of houses) await offerTimes(installation, claims, space_id);
}
