import type { Day } from "../../platform/time/day.ts";

/** Where an introduction stands. `ended`: one of the two took their contact data back. */
export const introductionStates = ["asked", "introduced", "declined", "withdrawn", "expired", "ended"] as const;
export type IntroductionState = (typeof introductionStates)[number];

/** Who does something: one of the two, those who run the network, or time itself. */
export type Side = "startup" | "investor" | "network" | "clock";
export type Answerer = Extract<Side, "startup" | "investor">;

export type Introduction = {
  state: IntroductionState;
  askedBySide: Exclude<Side, "clock">;
  expiresOn: Day;
  hasSaidYes: Record<Answerer, boolean>;
};

/** Whether the side may still say yes or no on this day: it has not said yes, and the question has not run out. */
export function mayAnswer({ state, expiresOn, hasSaidYes }: Introduction, side: Side, today: Day): boolean {
  return state === "asked" && today <= expiresOn && (side === "startup" || side === "investor") && !hasSaidYes[side];
}

/** Where it stands when this side says yes: introduced only by the second of the two. */
export function afterYes({ hasSaidYes }: Introduction, side: Answerer): IntroductionState {
  return hasSaidYes[side === "startup" ? "investor" : "startup"] ? "introduced" : "asked";
}

/** Whether the two see each other's contact data. */
export function sharesContact({ state, hasSaidYes }: Pick<Introduction, "state" | "hasSaidYes">): boolean {
  return state === "introduced" && hasSaidYes.startup && hasSaidYes.investor;
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
