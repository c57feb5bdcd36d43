import type { Written } from "./form-values.ts";

type Baseline = { fte: number | null; heads: number | null; turnover: number | null };

/** What stands in the fields of a baseline, as the API wants it; an empty field is not known, and what is no number is refused there. */
export function baselineIn(written: Written): Baseline {
  const read = (name: keyof Baseline) => {
    const text = (written[`baseline-${name}`] ?? "").replaceAll(/\s/g, "").replace(",", ".");
    return text === "" ? null : Number(text);
  };
  return { fte: read("fte"), heads: read("heads"), turnover: read("turnover") };
}

/** Which fields of a baseline hold no number. */
export function wrongBaseline(baseline: Baseline): string[] {
  return Object.entries(baseline).flatMap(([name, value]) => (Number.isNaN(value) ? [`baseline-${name}`] : []));
}
