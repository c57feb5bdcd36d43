import { createHash } from "node:crypto";
import type { InEveryLanguage } from "../../platform/language/language.ts";
import type { Day } from "../../platform/time/day.ts";
import type { Topic, Unit } from "./metrics/metric.ts";
import type { DrawnBy } from "./report.ts";

/** A figure as it was when its report was published, or as it is while the report is a draft. */
export interface FrozenFigure {
  metric: string;
  version: number;
  topic: Topic;
  unit: Unit;
  kind: "sum" | "ratio";
  texts: InEveryLanguage<{ name: string; definition: string; population: string }>;
  value: number | null;
  compared: {
    from: Day;
    to: Day;
    value: number | null;
    /** What the report of that period said, when the definition has changed since and the number with it. */
    restatedFrom: { value: number | null; version: number } | null;
  };
  n: number;
  missing: number;
  sources: { source: string; n: number }[];
  by: DrawnBy | null;
  values: { key: string; label: string; value: number | null; n: number | null; isHeldBack: boolean }[];
  computedAt: string;
}

/** The SHA-256 of a value written as JSON without spaces and with the keys of every object in order, in hexadecimal. */
export function checksumOf(value: unknown): string {
  return createHash("sha256").update(inOrder(value)).digest("hex");
}

function inOrder(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
