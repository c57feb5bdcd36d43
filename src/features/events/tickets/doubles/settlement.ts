export const settledAs = ["same_person", "someone_else", "mistake"] as const;
/** What another scan of a ticket was: the same person at another door, somebody else with a copied code, or a door's mistake. */
export type SettledAs = (typeof settledAs)[number];
