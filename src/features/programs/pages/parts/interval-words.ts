import { number, percent } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";

type Interval = { least: number; most: number };

/** "12", or "8–12" where nobody knows exactly. */
export function intervalInWords({ least, most }: Interval, language: Language): string {
  const said = (value: number) => number(Math.round(value * 10) / 10, language);
  return least === most ? said(least) : `${said(least)}–${said(most)}`;
}

/** "54 %", or "50–58 %". */
export function shareInWords({ least, most }: Interval, language: Language): string {
  const [from, until] = [percent(least, language), percent(most, language)];
  return from === until ? from : `${from.replace(/\s?%/, "")}–${until}`;
}
