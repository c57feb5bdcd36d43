/** Who asks to come to an event and has not been answered, and what those who run it have been told of it. */
export interface Requests {
  /** How many have asked since those who run it were written to. */
  untold: number;
  /** When the first of all places is no longer kept. */
  firstUntil: Temporal.Instant;
  toldAt: Temporal.Instant | null;
}

// at most so often, unless a place would be lost before the next letter
const between = Temporal.Duration.from({ hours: 4 });

/** Whether it is time to write: of the first at once, of more of them some hours later, or when one would go unanswered until then. */
export function areRequestsDue({ untold, firstUntil, toldAt }: Requests, now: Temporal.Instant): boolean {
  if (untold === 0) return false;
  const next = toldAt?.add(between) ?? now;
  const isTime = Temporal.Instant.compare(next, now) <= 0;
  return isTime || Temporal.Instant.compare(firstUntil, next) <= 0;
}
