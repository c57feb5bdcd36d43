import type { Texts } from "../../platform/database/schema.ts";

export const audiences = ["public", "members", "invited"] as const;
/** Who may register: all, members of the organizations that hold it, or those invited: whom those who run it register themselves. */
export type Audience = (typeof audiences)[number];

export const eventStatuses = ["draft", "published", "cancelled"] as const;
export type EventStatus = (typeof eventStatuses)[number];

export const registrationStates = ["held", "waiting", "confirmed", "cancelled"] as const;
/** Held until a deadline while a form is filled in or an offer is answered; waiting for a place; confirmed; cancelled. */
export type RegistrationState = (typeof registrationStates)[number];

/** How a registration came to its end. */
export type Ending = "cancelled" | "left_list" | "expired" | "offer_lapsed" | "unanswered" | "refused" | "event_cancelled";

/** How long a place is kept while somebody fills in a form. */
export const holdMinutes = 10;

/** Whether a registration takes places of its quotas. */
export function takesPlaces(state: RegistrationState): boolean {
  return state === "held" || state === "confirmed";
}

/** The name of an event in a language, or in the first it has one in. */
export function titleIn(titles: Texts, language: keyof Texts): string {
  return titles[language] ?? titles.nb ?? titles.nn ?? titles.en ?? "";
}

/** Whether tickets of a type are sold at a moment: from the opening on, and until the closing. */
export function saleAt(type: { opensAt: Temporal.Instant | null; closesAt: Temporal.Instant | null }, at: Temporal.Instant) {
  if (type.opensAt && Temporal.Instant.compare(at, type.opensAt) < 0) return "not yet";
  if (type.closesAt && Temporal.Instant.compare(at, type.closesAt) >= 0) return "over";
  return "open";
}

/**
 * How full an event is, and how many stayed away. Who stayed away is known when it is over and somebody was checked in: without a
 * check-in nobody knows who came.
 */
export function sharesOf(
  counts: { registered: number; checkedIn: number },
  quotas: readonly { size: number; taken: number }[],
  isOver: boolean,
) {
  const sum = (of: "size" | "taken") => quotas.reduce((total, quota) => total + quota[of], 0);
  const noShows = isOver && counts.checkedIn > 0 ? counts.registered - counts.checkedIn : null;
  return {
    noShows,
    fill: sum("size") === 0 ? null : sum("taken") / sum("size"),
    noShowRate: noShows === null ? null : noShows / counts.registered,
  };
}
