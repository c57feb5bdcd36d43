/** A time in a plan, in quarters of an hour from its left edge. */
export interface Block {
  start: number;
  end: number;
}

/** The hours written above the plan, "08", "09" …; the form knows no end after a quarter to midnight. */
export function lastQuarter(hours: readonly string[]): number {
  return hours.length * 4 - (hours.at(-1) === "23" ? 1 : 0);
}

/** What the clock shows at a quarter: "09:15". */
export function clockAt(quarter: number, hours: readonly string[]): string {
  const hour = hours[Math.floor(quarter / 4)] ?? String(Number(hours.at(-1)) + 1).padStart(2, "0");
  return `${hour}:${String((quarter % 4) * 15).padStart(2, "0")}`;
}

/** The block earlier or later, as long as it was; it stops at the edges. */
export function shifted({ start, end }: Block, by: number, last: number): Block {
  const kept = Math.min(last - end, Math.max(-start, by));
  return { start: start + kept, end: end + kept };
}

/** The block with another end, a quarter long at least. */
export function withEnd({ start }: Block, end: number, last: number): Block {
  return { start, end: Math.min(last, Math.max(start + 1, end)) };
}

/** The block with another start, a quarter long at least. */
export function withStart({ end }: Block, start: number): Block {
  return { start: Math.max(0, Math.min(end - 1, start)), end };
}
