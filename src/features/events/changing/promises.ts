import type { Audience } from "../event.ts";
import type { CancelTerms } from "../terms.ts";

/** What somebody who registers relies on. */
export interface Promised extends CancelTerms {
  needsApproval: boolean;
  audience: Audience;
  /** Whose members it is for; of nobody named: of those who hold it. */
  audienceIds: readonly string[];
}

/** Who relies on it by now: whether anybody has registered, and how many wait to be let in. */
export interface Relying {
  isRegistered: boolean;
  asked: number;
}

/**
 * The promise a change would break, or undefined. Once somebody has registered, giving a place back may only become cheaper, the event only
 * open to more, and who is let in is decided as it was told; nobody who waits for an answer is left without one.
 */
export function brokenPromise(before: Promised, after: Promised, hostIds: readonly string[], { isRegistered, asked }: Relying) {
  if (before.needsApproval && !after.needsApproval && asked > 0) return "answers";
  if (!isRegistered) return undefined;
  if (isHarsher(before, after)) return "terms";
  if (!before.needsApproval && after.needsApproval) return "approval";
  return shutsOut(before, after, hostIds) ? "audience" : undefined;
}

function isHarsher(before: CancelTerms, after: CancelTerms): boolean {
  const cost = ({ freeCancelDays, lateCancelPercent }: CancelTerms) => (freeCancelDays === null ? 0 : lateCancelPercent);
  if (cost(after) === 0) return false;
  if (cost(after) > cost(before)) return true;
  // free until more days before it begins: for a shorter time
  return (after.freeCancelDays ?? 0) > (before.freeCancelDays ?? 0);
}

function shutsOut(before: Promised, after: Promised, hostIds: readonly string[]): boolean {
  if (after.audience === "public" || before.audience === "invited") return false;
  if (after.audience !== before.audience) return true;
  const members = ({ audienceIds }: Promised) => (audienceIds.length === 0 ? hostIds : audienceIds);
  return members(before).some((id) => !members(after).includes(id));
}
