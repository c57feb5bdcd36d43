import { catalogue, type Language } from "../../platform/language/language.ts";
import { writtenMoney } from "../../platform/language/written-money.ts";
import type { PriceWithVat } from "../plans/index.ts";
import type { Side } from "./order.ts";

/**
 * A price as it is told: to a person with VAT (prisopplysningsforskriften § 4: what a consumer pays in all), to the lab without it, and
 * what the customer pays beside. Without VAT there is one amount, and nothing to tell apart.
 */
export function writtenPrice({ netOre, grossOre, vatOre }: PriceWithVat, side: Side, language: Language): string {
  const [net, gross] = [writtenMoney(netOre, language), writtenMoney(grossOre, language)];
  if (vatOre === 0) return gross;
  const text = words[language];
  return side === "customer" ? text.withVat({ gross }) : text.both({ net, gross });
}

const words = catalogue({
  nb: {
    withVat: (f: { gross: string }) => `${f.gross} (med mva.)`,
    both: (f: { net: string; gross: string }) => `${f.net} uten mva. (${f.gross} med)`,
  },
  nn: {
    withVat: (f: { gross: string }) => `${f.gross} (med mva.)`,
    both: (f: { net: string; gross: string }) => `${f.net} utan mva. (${f.gross} med)`,
  },
  en: {
    withVat: (f: { gross: string }) => `${f.gross} (with VAT)`,
    both: (f: { net: string; gross: string }) => `${f.net} without VAT (${f.gross} with)`,
  },
});
