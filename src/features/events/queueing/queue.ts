/** How long before tickets are sold one may stand in the queue. */
export const queueOpensMinutes = 60;
/** How long whoever is let in has to choose; what they choose is then held for them. */
export const letInMinutes = 10;
/** Whoever has not been seen for so long is passed by, and keeps their place. */
export const awaySeconds = 90;

export const queueStates = ["before", "waiting", "inside", "registered"] as const;
/** Waiting for the sale to open, for one's turn, let in to choose, or done. */
export type QueueState = (typeof queueStates)[number];

export interface QueuePlace {
  letInUntil: Temporal.Instant | null;
  /** Since they were let in. */
  hasRegistered: boolean;
}

/** Whether somebody has been let in and may choose now. */
export function isInside({ letInUntil }: Pick<QueuePlace, "letInUntil">, at: Temporal.Instant): boolean {
  return letInUntil !== null && Temporal.Instant.compare(at, letInUntil) < 0;
}

/** Where somebody stands. */
export function stateOf(place: QueuePlace, isOpen: boolean, at: Temporal.Instant): QueueState {
  if (place.hasRegistered) return "registered";
  if (isInside(place, at)) return "inside";
  return isOpen ? "waiting" : "before";
}

/** How many more are let in: there is a place for each who chooses, and none is promised twice. */
export function roomFor(left: number, inside: number): number {
  return Math.max(0, left - inside);
}
