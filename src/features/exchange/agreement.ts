import { z } from "zod";
import { addDays, type Day, momentOf } from "../../platform/time/day.ts";

/** What a quota counts days for. */
export const dimensions = ["person", "company", "host", "person_and_host"] as const;
export type Dimension = (typeof dimensions)[number];

/** Days a calendar month, counted per person, per company one comes through, per host, or per person at one host. */
export interface Quota {
  id: string;
  dimension: Dimension;
  daysPerMonth: number;
}

/** What a network agreed on, as one version says it. Days are counted in the host's time zone. */
export const termsSchema = z.strictObject({
  /** How far ahead a day may be claimed. */
  horizonDays: z.number().int().min(0).max(366),
  /** A seat is given back without cost until this time so many days before. */
  cancelDaysBefore: z.number().int().min(0).max(30),
  cancelTime: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  /** How long a host that is asked first has to answer. */
  answerHours: z.number().int().min(1).max(240),
  /** How long an offer to the waiting list stands. */
  offerHours: z.number().int().min(1).max(240),
  /** So many days without coming and without cancelling, within so many days, pause a person for so many days. 0 strikes: no rule. */
  noShowStrikes: z.number().int().min(0).max(50),
  noShowWithinDays: z.number().int().min(1).max(730),
  pauseDays: z.number().int().min(1).max(366),
  /** Plans that take part; null for all. */
  eligiblePlans: z.array(z.string().min(1).max(40)).max(40).nullable(),
  minimumMembershipDays: z.number().int().min(0).max(3660),
  /** Price in øre of a day after the quota, when the host agrees; null when the quota is the end. */
  priceAfterQuotaOre: z.number().int().min(0).max(100_000_000).nullable(),
  settlement: z.enum(["none", "yearly_report", "netting", "day_price"]),
});

export type Terms = z.infer<typeof termsSchema>;

/** The version of an agreement in force on a day at a space that accepted it. */
export interface AgreementInForce {
  id: string;
  networkId: string;
  version: number;
  terms: Terms;
  quotas: Quota[];
}

/** Until when a seat on the day can be given back so that the day is not counted. */
export function cancelDeadline(terms: Pick<Terms, "cancelDaysBefore" | "cancelTime">, day: Day, timeZone: string): Temporal.Instant {
  return momentOf(addDays(day, -terms.cancelDaysBefore), terms.cancelTime, timeZone);
}

/** The last day that may be claimed today. */
export function lastClaimableDay(terms: Pick<Terms, "horizonDays">, today: Day): Day {
  return addDays(today, terms.horizonDays);
}

/**
 * The last day of a person's pause, or undefined. A pause begins with the strike that made the number full.
 * @param noShows the person's days without coming, in any order
 */
export function pausedUntil(terms: Pick<Terms, "noShowStrikes" | "noShowWithinDays" | "pauseDays">, noShows: Day[]): Day | undefined {
  if (terms.noShowStrikes === 0) return undefined;
  const days = [...noShows].sort();
  const fulls = days.filter((day, index) => {
    const first = days[index - terms.noShowStrikes + 1];
    return first !== undefined && first > addDays(day, -terms.noShowWithinDays);
  });
  const last = fulls.at(-1);
  return last && addDays(last, terms.pauseDays);
}
