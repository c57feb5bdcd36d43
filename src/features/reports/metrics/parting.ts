export const partings = ["month", "municipality", "county", "organization", "source"] as const;
/** What a figure can be divided by. Places are those of the rows, under borders of one's choice. */
export type Parting = (typeof partings)[number];

/** The part that is asked for by what it is divided by and its key. */
export function partOf(by: Parting | undefined, key: string | undefined): { by: Parting; key: string } | undefined {
  return by !== undefined && key !== undefined ? { by, key } : undefined;
}
