import type pg from "pg";
import { type Decision, decideTogether, lockNumber } from "../../../platform/claims/decided-together.ts";
import { newId } from "../../../platform/database/id.ts";
import { gather } from "../../../platform/gather/gather.ts";
import type { Installation } from "../../../platform/installation.ts";
import { newPassCode } from "../../exchange/index.ts";
import type { Answer, Command, Ticket } from "./command.ts";
import { decide, type Outcome } from "./decide.ts";
import { type Facts, readFacts } from "./facts.ts";
import { isNothing, writeOutcome } from "./write.ts";

/** How a batch of registrations is decided and written. */
export const registrationDecision: Decision<Command, Facts, Outcome> = {
  locks: (batch) => batch.map(({ eventId }) => lockNumber(eventId)),
  read: readFacts,
  decide: (batch, facts) => decide(batch, facts, newTickets),
  write: writeOutcome,
  isEmpty: isNothing,
};

/** Every registration, confirmation and cancellation of this process goes through one of these. */
export interface RegistrationClaims {
  submit(command: Command): Promise<Answer>;
  counts: { batches: number; claims: number };
}

const ofProcess = new WeakMap<pg.Pool, RegistrationClaims>();

/** The one gatherer of this process: whichever way somebody comes, who comes first is decided first. */
export function claimsOf({ pipelines, settings }: Pick<Installation, "pipelines" | "settings">): RegistrationClaims {
  const claims = ofProcess.get(pipelines) ?? registrationClaims(pipelines, { largest: settings.largestBatch });
  ofProcess.set(pipelines, claims);
  return claims;
}

/**
 * @param pool connections that send statements without waiting for each answer (`pipeline: true`)
 * @param largest how many are decided together; 1 is one transaction a request, the benchmark's baseline
 */
export function registrationClaims(pool: pg.Pool, { largest = 256 } = {}): RegistrationClaims {
  const decideBatch = async (batch: Command[]) => (await decideTogether(pool, batch, registrationDecision)).answers;
  // one batch after the other: who comes first is decided first
  if (largest > 1) return gather(decideBatch, { largest });
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

function newTickets(count: number): Ticket[] {
  // the first one is the first to be read too: it is of whoever registers
  const ids = Array.from({ length: count }, () => newId()).sort();
  return ids.map((id) => ({ id, code: newPassCode(), holderName: null, isUsed: false }));
}
