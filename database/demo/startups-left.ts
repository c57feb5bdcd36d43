import type { ExitType } from "../../src/features/programs/enrolling/outcome.ts";
import { kaplanMeier, type Span, stepAt } from "../../src/features/programs/survival/kaplan-meier.ts";

type Date = Temporal.PlainDate;

const daysOfAYear = 365.25;
const ends = ["dissolved", "bankrupt", "dissolved", "dormant"] as const;
// how near the share has to come, so that it reads as the file says
const nearEnough = 0.0045;

/** A startup as far as its survival goes: until when it was followed, and how it stood then. */
export type Followed = { intake: Date; lastEvidence: Date; exitType: ExitType };
type Survival = { years: number; share: number };

/** One way of going out of business after the other. */
export function endType(index: number): ExitType {
  return ends[index % ends.length] as ExitType;
}

/** The share that is in business so many years after intake, by Kaplan and Meier. */
export function shareLeft(startups: readonly Followed[], years: number): number {
  const spans = startups.map(({ intake, lastEvidence, exitType }): Span => {
    const exit = intake.until(lastEvidence).days / daysOfAYear;
    return { entry: 0, exit, isEnd: (ends as readonly string[]).includes(exitType) };
  });
  return stepAt(kaplanMeier(spans), years)?.survival ?? 1;
}

/**
 * Ends one after the other until as many are left as the file says; one that would be too much lives on.
 * `end` changes a startup in place.
 */
export function endUntilLeft<One extends Followed>(
  all: readonly One[],
  order: readonly One[],
  { years, share: wanted }: Survival,
  end: (one: One, index: number) => void,
): void {
  let unmeasured = 0;
  for (const [index, one] of order.entries()) {
    if (unmeasured <= 0 && shareLeft(all, years) <= wanted + nearEnough) return;
    const before = { ...one };
    end(one, index);
    if (unmeasured-- > 0) continue;
    const share = shareLeft(all, years);
    // far from the share one end more or less is too little to be measured
    unmeasured = Math.max(0, Math.floor(((share - wanted - 0.02) * all.length) / 3));
    if (share < wanted - nearEnough) Object.assign(one, before);
  }
}
