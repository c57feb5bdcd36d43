import type { Db } from "../../../platform/database/database.ts";
import { newId } from "../../../platform/database/id.ts";
import type { ObservationValues } from "./observation-values.ts";

export type WrittenObservation = ObservationValues & { enrollment_id: string };

/** Keeps observations: one for each day and source, the later in the place of the earlier. */
export async function writeObservations(
  tx: Db,
  observations: readonly WrittenObservation[],
  { at, by }: { at: Temporal.Instant; by: string | null },
): Promise<string[]> {
  if (observations.length === 0) return [];
  const rows = await tx
    .insertInto("observations")
    .values(observations.map((one) => ({ id: newId(), ...one, written_at: at, written_by: by })))
    .onConflict((conflict) =>
      conflict.constraint("observations_once").doUpdateSet(({ ref }) => ({
        fte_least: ref("excluded.fte_least"),
        fte_most: ref("excluded.fte_most"),
        heads_least: ref("excluded.heads_least"),
        heads_most: ref("excluded.heads_most"),
        turnover_kroner: ref("excluded.turnover_kroner"),
        capital_raised_kroner: ref("excluded.capital_raised_kroner"),
        status: ref("excluded.status"),
        written_at: at,
        written_by: by,
      })),
    )
    .returning("id")
    .execute();
  return rows.map(({ id }) => id);
}
