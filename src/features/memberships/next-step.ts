import type { Db } from "../../platform/database/database.ts";
import type { Day } from "../../platform/time/day.ts";
import { findOwners } from "./candidate-queries.ts";
import { candidateRefusals } from "./refusals.ts";

type Given = {
  nextStep?: string | null | undefined;
  nextStepOn?: Day | null | undefined;
  nextStepAt?: string | null | undefined;
  ownerId?: string | null | undefined;
};

type Columns = { next_step: string | null; next_step_on: Day | null; next_step_at: string | null; owner_id: string | null };

const nothing: Columns = { next_step: null, next_step_on: null, next_step_at: null, owner_id: null };

/**
 * The next step as it will stand: what was given over what was there. Without words there is no day, without a day no time.
 * @throws Refusal candidate.unknown_owner when a new owner does not coordinate the network
 */
export async function nextStepOf(db: Db, networkId: string, given: Given, today: Day, before: Columns = nothing): Promise<Columns> {
  const {
    nextStep = before.next_step,
    nextStepOn = before.next_step_on,
    nextStepAt = before.next_step_at,
    ownerId = before.owner_id,
  } = given;
  if (ownerId !== before.owner_id && ownerId !== null) {
    const owners = await findOwners(db, networkId, today);
    if (!owners.some(({ personId }) => personId === ownerId)) throw candidateRefusals.unknownOwner();
  }
  const step = nextStep === "" ? null : nextStep;
  const day = step === null ? null : nextStepOn;
  return { next_step: step, next_step_on: day, next_step_at: day === null ? null : nextStepAt, owner_id: ownerId };
}
