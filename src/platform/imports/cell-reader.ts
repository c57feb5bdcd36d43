import type { ParsedCell } from "../sheets/index.ts";
import type { Cells } from "./import-kind.ts";
import type { Reason } from "./outcome.ts";

/** Reads the cells of a row and gathers what is wrong with them, so that all of it can be told at once. */
export function cellReader<Key extends string>(cells: Cells<Key>) {
  const reasons: Reason[] = [];
  const read = <Value>(column: Key, parse: (raw: string) => ParsedCell<Value>): Value | null | undefined => {
    const raw = cells[column];
    if (raw === undefined) return undefined;
    const parsed = parse(raw);
    if (parsed.ok) return parsed.value;
    if (parsed.reason === "empty") return null;
    reasons.push({ code: parsed.reason.replaceAll("-", "_"), column, details: { value: raw.trim().slice(0, 60) } });
    return undefined;
  };
  return {
    reasons,
    /** The value; null for an empty cell, undefined when the file has no such column or the cell is wrong. */
    optional: read,
    /** The value; an empty cell is a reason against the row. Null when there is none. */
    required<Value>(column: Key, parse: (raw: string) => ParsedCell<Value>): Value | null {
      const value = read(column, parse);
      if (value === null || cells[column] === undefined) reasons.push({ code: "missing", column });
      return value ?? null;
    },
    refuse(code: string, column?: Key, details?: Reason["details"]): void {
      reasons.push({ code, ...(column !== undefined && { column }), ...(details && { details }) });
    },
  };
}
