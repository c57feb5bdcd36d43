import type { Tx } from "../../../platform/database/database.ts";
import type { Day } from "../../../platform/time/day.ts";
import { tranchesOf } from "./queries.ts";

/**
 * Says of the tranches that waited for a report that it is accepted: of the next one when it is an interim report, of all of them when
 * it is the final one. `paidOn` is when the funder says that it pays.
 */
export async function releaseTranches(
  tx: Tx,
  fundingId: string,
  { isFinal, on, paidOn }: { isFinal: boolean; on: Day; paidOn?: Day | undefined },
): Promise<void> {
  const waiting = (await tranchesOf(tx, [fundingId])).filter(({ awaits, releasedOn }) => awaits !== null && releasedOn === null);
  const released = isFinal ? waiting : waiting.filter(({ awaits }) => awaits === "report").slice(0, 1);
  if (released.length === 0) return;
  await tx
    .updateTable("tranches")
    .set({ released_on: on, ...(paidOn && { expected_on: paidOn }) })
    .where(
      "id",
      "in",
      released.map(({ id }) => id),
    )
    .execute();
}
