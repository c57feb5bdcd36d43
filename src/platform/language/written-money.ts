import { type Language, locale } from "./language.ts";

const noBreak = "\u00a0";
const minus = "\u2212";

/** Øre as kroner: "1 450 kr", "−250 kr", "12,50 kr" (øre only where there are any), "NOK 1,450" in English. */
export function writtenMoney(ore: number, language: Language): string {
  const digits = ore % 100 === 0 ? 0 : 2;
  const kroner = new Intl.NumberFormat(locale(language), { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
    Math.abs(ore) / 100,
  );
  const sign = ore < 0 ? minus : "";
  return language === "en" ? `${sign}NOK${noBreak}${kroner}` : `${sign}${kroner}${noBreak}kr`;
}
