import type { Day } from "../../../platform/time/day.ts";
import type { ExitType, Outcome } from "../enrolling/outcome.ts";
import type { Span } from "./kaplan-meier.ts";

/** `intake`: years since it came in. `age`: years since it was founded; it was not seen before it came in. */
export const clocks = ["intake", "age"] as const;
export type Clock = (typeof clocks)[number];
/** Whether going on within another firm is an end, or the last that is known. */
export const mergerViews = ["event", "censored"] as const;
export type MergerView = (typeof mergerViews)[number];

export interface Followed {
  intakeOn: Day;
  foundedOn: Day | null;
  outcome: Outcome;
}

/** `failed`, `survived`: what the curve would be had all unknown ones ended when last seen, or did all still run today. */
export type UnknownAs = "lost" | "failed" | "survived";

type Given = { clock: Clock; merged: MergerView; unknown: UnknownAs; today: Day };

const outOfBusiness: readonly ExitType[] = ["dormant", "bankrupt", "dissolved"];
const withinAnother: readonly ExitType[] = ["merged", "acquired"];

/** What is followed, on the clock that is asked for. Those whose time on it is not known, or is none at all, are left out. */
export function spansOf(followed: readonly Followed[], given: Given): Span[] {
  return followed.flatMap((one) => {
    const zero = given.clock === "age" ? one.foundedOn : one.intakeOn;
    if (zero === null) return [];
    const { on, isEnd } = lastKnown(one.outcome, given);
    const span = { entry: Math.max(0, yearsBetween(zero, one.intakeOn)), exit: yearsBetween(zero, on), isEnd };
    // on the clock of age nobody is at risk who was never seen after coming in
    return span.exit < 0 || (given.clock === "age" && span.exit <= span.entry) ? [] : [span];
  });
}

/** Years of 365.25 days. */
export function yearsBetween(from: Day, to: Day): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: "day" }).days / 365.25;
}

function lastKnown({ type, endedOn, lastEvidenceOn }: Outcome, { merged, unknown, today }: Given): { on: Day; isEnd: boolean } {
  if (endedOn !== null && outOfBusiness.includes(type)) return { on: endedOn, isEnd: true };
  if (endedOn !== null && withinAnother.includes(type)) return { on: endedOn, isEnd: merged === "event" };
  if (type === "unknown" && unknown !== "lost")
    return unknown === "failed" ? { on: lastEvidenceOn, isEnd: true } : { on: today, isEnd: false };
  return { on: lastEvidenceOn, isEnd: false };
}
