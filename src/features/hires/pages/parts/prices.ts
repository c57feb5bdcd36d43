import type { z } from "zod";
import { list, money } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import type { offer } from "../../shapes.ts";
import { requestWords } from "../request-words.ts";

type Prices = z.infer<typeof offer>["rooms"][number]["prices"];

/** "2 490 kr i timen, 8 900 kr for en halv dag og 14 900 kr for en dag"; empty without prices. */
export function pricesInWords(prices: Prices, language: Language): string {
  const text = requestWords[language];
  const words = { hour: text.perHour, half_day: text.perHalfDay, day: text.perDay };
  const units = ["hour", "half_day", "day"] as const;
  const told = units.flatMap((unit) =>
    prices.filter((price) => price.unit === unit).map(({ amountOre }) => words[unit]({ price: money(amountOre, language) })),
  );
  return told.length > 0 ? list(told, language) : "";
}
