import { type Language, locale } from "../../../platform/language/language.ts";

const minus = "\u2212";

/** A figure as it is read: "164", "73 %", "412 km"; "–" when it is not known. */
export function writeFigure(value: number | null, { unit, kind }: { unit: string; kind: "sum" | "ratio" }, language: Language): string {
  if (value === null) return "–";
  const write = (number: number, options: Intl.NumberFormatOptions = {}) =>
    new Intl.NumberFormat(locale(language), options).format(number).replace("-", minus);
  if (unit === "kilometres") return `${write(Math.round(value))}\u00a0km`;
  return kind === "ratio" ? write(value, { style: "percent" }) : write(value, { maximumFractionDigits: 1 });
}
