/** What an investor can think of a raise. */
export const interestStates = ["following", "passed"] as const;
export type InterestState = (typeof interestStates)[number];
