import { addDays, type Day } from "../../platform/time/day.ts";

/** What an organization is; it may be several at once. */
export const organizationKinds = [
  "space_operator",
  "company",
  "startup",
  "municipality",
  "county",
  "network",
  "cluster",
  "investor",
  "funder",
  "research",
  "public_agency",
] as const;

export type OrganizationKind = (typeof organizationKinds)[number];

/** Who may see a record: everyone, those who share a network with it, or those who belong to it. */
export const visibilities = ["public", "network", "private"] as const;

export type Visibility = (typeof visibilities)[number];

/** What the register says of an organization. */
export const registerStatuses = ["active", "bankrupt", "being_wound_up", "deleted", "unknown"] as const;

export type RegisterStatus = (typeof registerStatuses)[number];

/**
 * How near the reader is to an organization. `own`: belongs to it, coordinates a network it is in, or runs the installation.
 * `fellow`: belongs to something that shares a network with it. `outside`: everyone else.
 */
export type Reach = "own" | "fellow" | "outside";

const contactHoldsDays = 180;

/** Whether contact data, of an organization or a space, should be confirmed anew: never confirmed, or more than 180 days ago. */
export function isStale(confirmedOn: Day | null, today: Day): boolean {
  return confirmedOn === null || confirmedOn < firstFreshDay(today);
}

/** What was confirmed before this day is stale. */
export function firstFreshDay(today: Day): Day {
  return addDays(today, -contactHoldsDays);
}
