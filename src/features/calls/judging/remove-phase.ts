import type { Actor } from "../../../platform/access/actor.ts";
import { found } from "../../../platform/access/authorize.ts";
import type { Tx } from "../../../platform/database/database.ts";
import type { Installation } from "../../../platform/installation.ts";
import { writePhase } from "../create-call.ts";
import { onPhases } from "./change-phase.ts";
import { judgingRefusals } from "./refusals.ts";

/**
 * Removes a phase nobody has judged or decided in; those after it, which are not open, take its place. A jury that had it to read has it no
 * longer. @returns the call's id. @throws Refusal judging.phase_relied_on
 */
export function removePhase(installation: Installation, actor: Actor, idOrSlug: string, number: number): Promise<string> {
  return onPhases(installation, actor, idOrSlug, async ({ tx, call, phases }) => {
    const phase = found(phases.find((one) => one.number === number));
    if (phase.is_relied_on) throw judgingRefusals.phaseReliedOn();
    const following = phases.filter((one) => one.number > number);
    await dropFrom(tx, call.id, number);
    for (const { number: before, names, criteria } of following)
      await writePhase(tx, call.id, before - 1, {
        name: names,
        criteria: criteria.map(({ names: name, descriptions: description, weight, least, most }) => ({
          name,
          description,
          weight,
          least,
          most,
        })),
      });
    return { action: "call.remove_phase", number };
  });
}

async function dropFrom(tx: Tx, callId: string, number: number): Promise<void> {
  await tx.deleteFrom("reviews").where("call_id", "=", callId).where("phase", ">=", number).execute();
  await tx.deleteFrom("call_criteria").where("call_id", "=", callId).where("phase", ">=", number).execute();
  await tx.deleteFrom("call_phases").where("call_id", "=", callId).where("number", ">=", number).execute();
}
