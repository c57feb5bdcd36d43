export const outcomes = ["shortlisted", "awarded", "reserve", "declined"] as const;
/** What became of a submission: on to the next phase, chosen, next in line, or not chosen. */
export type Outcome = (typeof outcomes)[number];
