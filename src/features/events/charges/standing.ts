/** How what is owed for a registration stands: all of it, less since a place was given back, only a fee for giving it back late, or nothing. */
export const standings = ["owed", "reduced", "fee", "reversed"] as const;
export type Standing = (typeof standings)[number];
