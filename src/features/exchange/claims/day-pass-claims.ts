import type pg from "pg";
import { type Decision, decideTogether, lockNumber } from "../../../platform/claims/decided-together.ts";
import { gather } from "../../../platform/gather/gather.ts";
import type { Answer, Command } from "./command.ts";
import { decide, type Outcome } from "./decide.ts";
import { type Facts, readFacts } from "./facts.ts";
import { isNothing, writeOutcome } from "./write.ts";

const decision: Decision<Command, Facts, Outcome> = {
  locks: (batch) => batch.flatMap(({ spaceId, personId }) => [lockNumber(spaceId), lockNumber(personId)]),
  read: readFacts,
  decide,
  write: writeOutcome,
  isEmpty: isNothing,
};

/** Every claim, release and offer of guest seats in this process goes through one of these. */
export interface DayPassClaims {
  submit(command: Command): Promise<Answer>;
  counts: { batches: number; claims: number };
}

/**
 * @param pool connections that send statements without waiting for each answer (`pipeline: true`)
 * @param largest how many are decided together; 1 is one transaction a request, the benchmark's baseline
 */
export function dayPassClaims(pool: pg.Pool, { largest = 256 } = {}): DayPassClaims {
  const decideBatch = async (batch: Command[]) => (await decideTogether(pool, batch, decision)).answers;
  if (largest > 1) return gather(decideBatch, { largest, lanes: 3 });
  const counts = { batches: 0, claims: 0 };
  return {
    counts,
    async submit(command) {
      counts.batches += 1;
      counts.claims += 1;
      return (await decideBatch([command]))[0] as Answer;
    },
  };
}
