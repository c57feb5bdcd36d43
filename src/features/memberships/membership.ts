import type { Day } from "../../platform/time/day.ts";

/** Who pays for a membership. */
export const payers = ["member", "organization", "free"] as const;

export type Payer = (typeof payers)[number];

/** Days of a membership, half-open: on `from` one is a member, on `to` no longer. No `to` means so far. */
export interface Stay {
  from: Day;
  to: Day | null;
}

/** Whether the stay covers the day. */
export function isMemberOn({ from, to }: Stay, day: Day): boolean {
  return from <= day && (to === null || day < to);
}

/** Whether a membership counts: the member organization has said yes to it. A person is entered by an address they gave. */
export function isConfirmed({
  member_organization_id,
  confirmed_at,
}: {
  member_organization_id: string | null;
  confirmed_at: Temporal.Instant | null;
}): boolean {
  return member_organization_id === null || confirmed_at !== null;
}

/** A stay must hold at least its first day. */
export function holdsADay({ from, to }: Stay): boolean {
  return to === null || from < to;
}

/** Reads a daterange as PostgreSQL writes it: "[2026-01-01,2026-02-01)" or "[2026-01-01,)". */
export function stayOf(during: string): Stay {
  const [from = "", to = ""] = during.slice(1, -1).split(",");
  return { from, to: to === "" ? null : to };
}

/** Writes it back. */
export function duringOf({ from, to }: Stay): string {
  return `[${from},${to ?? ""})`;
}

/**
 * The stays of one member joined where one begins on the very day another ends: a new tier or plan is not a leaving.
 * In order of time; they may come in any.
 */
export function joinedUp(stays: readonly Stay[]): Stay[] {
  const joined: Stay[] = [];
  for (const stay of stays.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = joined.at(-1);
    if (last && last.to === stay.from) last.to = stay.to;
    else joined.push({ ...stay });
  }
  return joined;
}
