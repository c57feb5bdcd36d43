import { money } from "../../../interface/format.ts";
import { catalogue, type Language } from "../../../platform/language/language.ts";
import { amountInWords } from "../../plans/parts.ts";
import type { FreeTime } from "./find/load-find.ts";

type Amounts = { covered: string; left: string; included: string; price: string };

const texts = catalogue({
  nb: {
    free: "uten betaling",
    whole: (f: Amounts) => `inkludert (${f.left} igjen av ${f.included})`,
    part: (f: Amounts) => `${f.covered} inkludert, så ${f.price} (${f.left} igjen av ${f.included})`,
    none: (f: Amounts) => `${f.price} (ingenting igjen av ${f.included})`,
  },
  nn: {
    free: "utan betaling",
    whole: (f: Amounts) => `inkludert (${f.left} igjen av ${f.included})`,
    part: (f: Amounts) => `${f.covered} inkludert, så ${f.price} (${f.left} igjen av ${f.included})`,
    none: (f: Amounts) => `${f.price} (ingenting igjen av ${f.included})`,
  },
  en: {
    free: "no charge",
    whole: (f: Amounts) => `included (${f.left} of ${f.included} left)`,
    part: (f: Amounts) => `${f.covered} included, then ${f.price} (${f.left} of ${f.included} left)`,
    none: (f: Amounts) => `${f.price} (none of ${f.included} left)`,
  },
});

/** What a time costs the one who asks: by their plans as far as these reach, then in money. */
export function priceInWords({ priceOre, allowance }: Pick<FreeTime, "priceOre" | "allowance">, language: Language): string {
  const text = texts[language];
  if (allowance === null) return priceOre === 0 ? text.free : money(priceOre, language);
  const amount = (value: number) => amountInWords(allowance.unit, value, language);
  const amounts = {
    covered: amount(allowance.amount),
    left: amount(allowance.left),
    included: amount(allowance.included),
    price: money(priceOre, language),
  };
  if (allowance.fullPriceOre === 0 && allowance.amount === 0) return text.free;
  if (allowance.amount === 0) return text.none(amounts);
  return priceOre === 0 ? text.whole(amounts) : text.part(amounts);
}
