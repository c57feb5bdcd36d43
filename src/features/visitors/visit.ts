import type { Day } from "../../platform/time/day.ts";

/** Where a visit stands: awaited, in the house, gone again, called off, or nobody came on its day. */
export const visitStates = ["expected", "arrived", "left", "cancelled", "missed"] as const;
export type VisitState = (typeof visitStates)[number];

type Moments = { day: Day; arrivedAt: Temporal.Instant | null; leftAt: Temporal.Instant | null; cancelledAt: Temporal.Instant | null };

export function stateOf({ day, arrivedAt, leftAt, cancelledAt }: Moments, today: Day): VisitState {
  if (cancelledAt !== null) return "cancelled";
  if (leftAt !== null) return "left";
  if (arrivedAt !== null) return "arrived";
  return day < today ? "missed" : "expected";
}

/** How long ahead a visit can be announced. */
export const horizonDays = 365;

/** A name as the kiosk shows it to whoever searched: "Kari Anne N.", enough to know oneself by and no more. */
export function shownName(name: string): string {
  const words = name.trim().split(/\s+/);
  const last = words.at(-1) ?? "";
  return words.length > 1 ? `${words.slice(0, -1).join(" ")} ${[...last][0]}.` : last;
}

/** What is said to whoever has come: "Velkommen, Kari". */
export function givenName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? "";
}

/** The fewest letters a stranger at the kiosk must know of a name. */
export const fewestLetters = 3;

/** What somebody searched for as it is compared: letters, and what joins them, alone. Undefined when too few. */
export function soughtName(typed: string): string | undefined {
  const name = typed
    .normalize("NFC")
    .replace(/[^\p{L}\p{M}' -]/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  return [...name.matchAll(/\p{L}/gu)].length >= fewestLetters ? name : undefined;
}
