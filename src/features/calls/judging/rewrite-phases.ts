import type { Tx } from "../../../platform/database/database.ts";
import { type NewPhase, writePhase } from "../create-call.ts";
import { type PhaseRow, phasesOf } from "../queries.ts";
import { judgingRefusals } from "./refusals.ts";

/** Writes the phases of a call anew. Those that have been opened must stand as they are. @throws Refusal judging.criteria_frozen */
export async function rewritePhases(tx: Tx, callId: string, phases: readonly NewPhase[]): Promise<void> {
  // whoever is giving a score holds the phase
  await tx.selectFrom("call_phases").select("number").where("call_id", "=", callId).forUpdate().execute();
  const opened = (await phasesOf(tx, callId)).filter(({ opened_at: openedAt }) => openedAt !== null);
  if (opened.some((phase, index) => !isAsItWas(phase, phases[index]))) throw judgingRefusals.criteriaFrozen();
  await tx.deleteFrom("call_criteria").where("call_id", "=", callId).where("phase", ">", opened.length).execute();
  await tx.deleteFrom("call_phases").where("call_id", "=", callId).where("number", ">", opened.length).execute();
  for (const [index, phase] of phases.entries()) if (index >= opened.length) await writePhase(tx, callId, index + 1, phase);
}

function isAsItWas({ names, criteria }: PhaseRow, given: NewPhase | undefined): boolean {
  if (!given || !isSame(names, given.name) || criteria.length !== given.criteria.length) return false;
  return criteria.every((before, index) => {
    const after = given.criteria[index];
    return (
      after !== undefined &&
      isSame(before.names, after.name) &&
      isSame(before.descriptions, after.description) &&
      before.weight === after.weight &&
      before.least === after.least &&
      before.most === after.most
    );
  });
}

function isSame(before: NewPhase["name"], after: NewPhase["name"]): boolean {
  return (["nb", "nn", "en"] as const).every((language) => (before[language] ?? "") === (after[language] ?? ""));
}
