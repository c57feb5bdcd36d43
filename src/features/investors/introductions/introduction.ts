import type { Day } from "../../../platform/time/day.ts";

/** Where an introduction stands. `ended`: one of the two took their contact data back. */
export const introductionStates = ["asked", "introduced", "declined", "withdrawn", "expired", "ended"] as const;
export type IntroductionState = (typeof introductionStates)[number];

/** The two who may be introduced. */
export const sides = ["startup", "investor"] as const;
export type Side = (typeof sides)[number];

/** Who may ask: one of the two, or those who run the network. */
export const askers = ["startup", "investor", "network"] as const;
export type Asker = (typeof askers)[number];

export const declineWords = ["not_now", "not_a_fit"] as const;
export type DeclineWord = (typeof declineWords)[number];

/** How long a question stands. */
export const daysToAnswer = 21;

export type Introduction = {
  state: IntroductionState;
  askedBySide: Asker;
  expiresOn: Day;
  hasSaidYes: Record<Side, boolean>;
};

/** Whether the side may still say yes or no on this day: it has not said yes, and the question has not run out. */
export function mayAnswer({ state, expiresOn, hasSaidYes }: Introduction, side: Side, today: Day): boolean {
  return state === "asked" && today <= expiresOn && !hasSaidYes[side];
}

/** Whether whoever it is may end it: those who asked while nobody has answered, and both of those who were introduced. */
export function mayEnd({ state, askedBySide }: Introduction, asker: Asker): boolean {
  return state === "asked" ? asker === askedBySide : state === "introduced" && asker !== "network";
}

/** Where it stands when this side says yes: introduced only by the second of the two. */
export function afterYes({ hasSaidYes }: Introduction, side: Side): "asked" | "introduced" {
  return hasSaidYes[side === "startup" ? "investor" : "startup"] ? "introduced" : "asked";
}

/** The introduction a closing came of: the first between the two that was made before its day. Undefined: it is not the network's doing. */
export function facilitating<Made extends { raiseId: string; profileId: string; introducedOn: Day | null }>(
  made: readonly Made[],
  closing: { raiseId: string; profileId: string | null; closedOn: Day },
): Made | undefined {
  return made
    .filter(({ raiseId, profileId }) => raiseId === closing.raiseId && profileId === closing.profileId)
    .filter(({ introducedOn }) => introducedOn !== null && introducedOn < closing.closedOn)
    .toSorted((a, b) => ((a.introducedOn ?? "") < (b.introducedOn ?? "") ? -1 : 1))[0];
}
