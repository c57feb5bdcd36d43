/** What can stand between a report and its sending. */
export const missingKinds = ["budget", "narrative", "explanations", "unbalanced", "waiting_hours", "attestation"] as const;
export type Missing = (typeof missingKinds)[number];

interface PlannedLine {
  plannedOre: number;
  actualOre: number;
  forecastOre: number | null;
}

/**
 * How far a line is from its plan, in percent of it. In the last report what it came to is compared; before that what it is believed
 * to come to, which is never less than what is spent. Null when nothing is known, or nothing was planned and nothing spent.
 */
export function deviationPercent({ plannedOre, actualOre, forecastOre }: PlannedLine, isFinal: boolean): number | null {
  const expected = isFinal
    ? actualOre
    : forecastOre === null
      ? actualOre > plannedOre
        ? actualOre
        : null
      : Math.max(forecastOre, actualOre);
  if (expected === null || (plannedOre === 0 && expected === 0)) return null;
  if (plannedOre === 0) return 100;
  return Math.round(((expected - plannedOre) / plannedOre) * 1_000) / 10;
}

/** Whether a deviation is over the limit and has to be explained. */
export function isOver(deviation: number | null, limitPercent: number): boolean {
  return deviation !== null && Math.abs(deviation) > limitPercent;
}

interface Standing {
  hasBudget: boolean;
  narrative: string;
  lines: readonly { mustExplain: boolean; explanation: string }[];
  differenceOre: number;
  waitingMinutes: number;
  needsAttestation: boolean;
  hasAttestation: boolean;
}

/** What is missing before a report can be sent, in the order one does it. */
export function missingIn(pack: Standing): Missing[] {
  const missing: [Missing, boolean][] = [
    ["budget", !pack.hasBudget],
    ["narrative", pack.narrative.trim() === ""],
    ["explanations", pack.lines.some(({ mustExplain, explanation }) => mustExplain && explanation.trim() === "")],
    ["unbalanced", pack.differenceOre !== 0],
    ["waiting_hours", pack.waitingMinutes !== 0],
    ["attestation", pack.needsAttestation && !pack.hasAttestation],
  ];
  return missing.filter(([, isMissing]) => isMissing).map(([kind]) => kind);
}
