/** The counts of an event whose rows are people, organizations or tickets; places have the list of registrations behind them. */
export const openedCounts = ["people", "organizations", "checked-in", "no-shows"] as const;
export type OpenedCount = (typeof openedCounts)[number];
