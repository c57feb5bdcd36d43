import type { Texts } from "../../platform/database/schema.ts";

export const callKinds = ["intake", "award", "grant", "speakers", "members"] as const;
/** What is applied for: a place in a program, an award, a grant, to speak, or to become a member. */
export type CallKind = (typeof callKinds)[number];

export const callStatuses = ["draft", "published"] as const;
export type CallStatus = (typeof callStatuses)[number];

/** When submissions are taken, as it stands in the database. */
export interface Window {
  opens_at: Temporal.Instant;
  closes_at: Temporal.Instant;
  grace_minutes: number;
}

/** Where a moment lies: before the opening, while submissions are taken, in the minutes in which they are taken as late, or after. */
export type WindowState = "not_yet" | "open" | "grace" | "over";

export function windowAt(window: Window, at: Temporal.Instant): WindowState {
  if (Temporal.Instant.compare(at, window.opens_at) < 0) return "not_yet";
  if (Temporal.Instant.compare(at, window.closes_at) <= 0) return "open";
  return Temporal.Instant.compare(at, lastMoment(window)) <= 0 ? "grace" : "over";
}

/** When the grace is over, and with it everything. */
export function lastMoment({ closes_at: closesAt, grace_minutes: minutes }: Window): Temporal.Instant {
  return closesAt.add({ minutes });
}

/** A text in a language, or in the first it is written in. */
export function textOf(texts: Texts, language: keyof Texts): string {
  return texts[language] ?? texts.nb ?? texts.nn ?? texts.en ?? "";
}

/** Who helps to pay for the prize. */
export interface Sponsor {
  name: string;
  text?: string | undefined;
}
