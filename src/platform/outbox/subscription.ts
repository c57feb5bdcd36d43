import type { Db } from "../database/database.ts";
import type { Installation } from "../installation.ts";

/** An announcement as it is told. */
export interface Announced {
  id: string;
  happenedAt: Temporal.Instant;
  topic: string;
  organizationIds: string[];
  payload: unknown;
}

/** Somebody inside the program who wants to know: writes the letters, keeps the lists. */
export interface Subscription {
  /** "exchange.letters": unique, and never changed while announcements wait. */
  name: string;
  /** Topics, or "day_pass.*" for all that begin so. */
  topics: string[];
  /**
   * Told once each announcement, in a transaction of its own, in no order. After a crash it may be told again: what it
   * writes carries a key made of `announced.id`. An error is kept with the job and it is told again.
   */
  tell(tx: Db, announced: Announced, installation: Installation): Promise<void>;
  /**
   * What is told together: of the announcements that wait with one key, the last alone is told. For who only needs to know
   * that something changed there, so that fifty thousand imported rows are one look.
   */
  together?: ((announced: Announced) => string) | undefined;
}

/** Declares a subscription; listed in src/jobs.ts. */
export function subscription(
  name: string,
  topics: string[],
  tell: Subscription["tell"],
  { together }: Pick<Subscription, "together"> = {},
): Subscription {
  return { name, topics, tell, together };
}

/** Whether one of the topics asked for covers this one: itself, "day_pass.*", or "*". */
export function covers(topics: string[], topic: string): boolean {
  return topics.some((asked) => asked === topic || asked === "*" || (asked.endsWith(".*") && topic.startsWith(asked.slice(0, -1))));
}
