import type pg from "pg";
import { type Decision, decideTogether, lockNumber } from "../../../platform/claims/decided-together.ts";
import { gather } from "../../../platform/gather/gather.ts";
import type { Answer, Command } from "./command.ts";
import { decide, type Outcome } from "./decide.ts";
import { type Facts, readFacts } from "./facts.ts";
import { type Claim, commandsOf, type Together, type TogetherAnswer } from "./together.ts";
import { isNothing, writeOutcome } from "./write.ts";

const decision: Decision<Claim, Facts, Outcome> = {
  // by house: a hall and its rooms, a person's week and the times of a day all lie within one
  locks: (batch) => batch.map(({ spaceId }) => lockNumber(spaceId)),
  read: (client, batch) => readFacts(client, batch.flatMap(commandsOf)),
  decide,
  write: writeOutcome,
  isEmpty: isNothing,
};

/** Every booking, move, approval and cancellation of this process goes through one of these. */
export interface BookingClaims {
  submit(command: Command): Promise<Answer>;
  /** Several times that are had together, or not at all. */
  submitTogether(claim: Together): Promise<TogetherAnswer>;
  counts: { batches: number; claims: number };
}

/** @param pool connections that send statements without waiting for each answer (`pipeline: true`) */
export function bookingClaims(pool: pg.Pool): BookingClaims {
  const gathered = gather(async (batch: Claim[]) => (await decideTogether(pool, batch, decision)).answers, { lanes: 2 });
  return {
    async submit(command) {
      const answer = await gathered.submit(command);
      if (answer.kind === "together") throw new Error(`A ${command.kind} was answered as several`);
      return answer;
    },
    async submitTogether(claim) {
      const answer = await gathered.submit(claim);
      if (answer.kind !== "together") throw new Error("Several times were answered as one");
      return answer;
    },
    counts: gathered.counts,
  };
}
