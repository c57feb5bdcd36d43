import { number, percent } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { metricWords } from "./metric-words.ts";

/** A figure as it is read: "164", "73 %", "412 km"; "Ikke kjent" when there is none. */
export function writeFigure(value: number | null, { unit, kind }: { unit: string; kind: "sum" | "ratio" }, language: Language): string {
  if (value === null) return metricWords[language].nothing;
  if (unit === "kilometres") return `${number(Math.round(value), language)} km`;
  if (kind === "ratio") return percent(value, language);
  return number(Math.round(value * 10) / 10, language);
}
