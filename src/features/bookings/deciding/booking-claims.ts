import type pg from "pg";
import { type Decision, decideTogether, lockNumber } from "../../../platform/claims/decided-together.ts";
import { gather } from "../../../platform/claims/gather.ts";
import type { Answer, Command } from "./command.ts";
import { decide, type Outcome } from "./decide.ts";
import { type Facts, readFacts } from "./facts.ts";
import { isNothing, writeOutcome } from "./write.ts";

const decision: Decision<Command, Facts, Outcome> = {
  // by house: a hall and its rooms, a person's week and the times of a day all lie within one
  locks: (batch) => batch.map(({ spaceId }) => lockNumber(spaceId)),
  read: readFacts,
  decide,
  write: writeOutcome,
  isEmpty: isNothing,
};

/** Every booking, move, approval and cancellation of this process goes through one of these. */
export interface BookingClaims {
  submit(command: Command): Promise<Answer>;
  counts: { batches: number; claims: number };
}

/** @param pool connections that send statements without waiting for each answer (`pipeline: true`) */
export function bookingClaims(pool: pg.Pool): BookingClaims {
  return gather(async (batch: Command[]) => (await decideTogether(pool, batch, decision)).answers, { lanes: 2 });
}
