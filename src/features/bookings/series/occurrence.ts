/** A time of a series: free, or why it is not, with what else could be had. Moments as ISO texts. */
export interface Occurrence {
  startsAt: string;
  endsAt: string;
  resource: { id: string; name: string };
  problem: { code: string; title: string } | null;
  alternatives: Alternative[];
}

/** Another time of the same room, or another room at the same time. */
export interface Alternative {
  startsAt: string;
  endsAt: string;
  resource: { id: string; name: string };
}

/** What of a series a change is about. */
export const scopes = ["this", "following", "all"] as const;
export type Scope = (typeof scopes)[number];
