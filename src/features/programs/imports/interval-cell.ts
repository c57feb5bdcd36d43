import { type CellReason, decimalCell, integerCell, type ParsedCell } from "../../../platform/sheets/index.ts";
import type { Interval } from "../jobs/interval.ts";

/** A number, or the lowest and the highest it can be: "3", "2,5", "0-4", "0–4". Never less than none. */
export function intervalCell(raw: string, isWhole: boolean): ParsedCell<Interval> {
  const read = isWhole ? integerCell : decimalCell;
  const [, first, second] = /^\s*([^-\u2013\u2212]+?)\s*[-\u2013\u2212]\s*([^-\u2013\u2212]+?)\s*$/.exec(raw) ?? [];
  const [least, most] = first === undefined || second === undefined ? [read(raw), read(raw)] : [read(first), read(second)];
  if (!least.ok) return least;
  if (!most.ok) return most;
  const isPossible = least.value >= 0 && most.value >= least.value && most.value <= 1_000_000;
  return isPossible
    ? { ok: true, value: { least: least.value, most: most.value } }
    : { ok: false, reason: "out-of-range" satisfies CellReason };
}
