import type { Language } from "../../../../platform/language/language.ts";

const units = { nb: ["time", "timer", "min"], nn: ["time", "timar", "min"], en: ["hour", "hours", "min"] } as const;

/** "30 min", "1 time", "1,5 timer". */
export function lengthInWords(minutes: number, language: Language): string {
  const [one, many, short] = units[language];
  if (minutes % 30 !== 0 || minutes < 60) return `${minutes} ${short}`;
  const hours = minutes / 60;
  return `${hours.toLocaleString(language === "en" ? "en-GB" : "nb-NO")} ${hours === 1 ? one : many}`;
}
