import { type Language, languages } from "../../../../platform/language/language.ts";
import { messages } from "../../pages/settings/messages.ts";
import type { Values } from "../../pages/settings/values.ts";
import { equipment } from "../equipment.ts";
import { audiences, type Booker, priceUnits } from "../resource.ts";
import { priceName } from "./resource-values.ts";
import { resourceWords } from "./resource-words.ts";

/** What the fields of the form are called, in its order. */
export function fieldLabels(language: Language): Record<string, string> {
  const text = resourceWords[language];
  const texts = languages.map((each) => [
    `descriptions.${each}`,
    `${text.descriptions}, ${messages[language].languages[each].toLowerCase()}`,
  ]);
  const boxes = Object.entries(equipment).map(([key, names]) => [`equipment.${key}`, names[language]]);
  const prices = audiences.flatMap((audience) =>
    priceUnits.map((unit) => [priceName(audience, unit), `${text.prices[audience]}, ${text.per[unit]}`]),
  );
  return {
    kind: text.kind,
    name: text.name,
    capacity: text.capacity,
    places: text.places,
    partOf: text.partOf,
    ...Object.fromEntries([...texts, ...boxes]),
    opensWithHouse: text.opensWithHouse,
    stepMinutes: text.step,
    shortestMinutes: text.shortest,
    longestMinutes: text.longest,
    noticeMinutes: text.notice,
    horizonDays: text.horizon,
    weeklyMinutes: text.weekly,
    bookedBy: text.who,
    certification: text.certification,
    ...Object.fromEntries(prices),
    bufferBeforeMinutes: text.bufferBefore,
    bufferAfterMinutes: text.bufferAfter,
    cancelByMinutes: text.cancelBy,
    needsCheckIn: text.needsCheckIn,
    needsApproval: text.needsApproval,
    inUseUntil: text.outFrom,
  };
}

type Option = { value: string; label: string };

/** What can be chosen in a form of this house. */
export type Choices = { wholes: Option[]; certifications: Option[] };

/** What stands in a field, in words. */
export function valueInWords(name: string, values: Values, choices: Choices, language: Language): string {
  const text = resourceWords[language];
  const value = values[name] ?? "";
  if (/^equipment\.|^needs|^opens/.test(name)) return value === "on" ? text.yes : text.no;
  if (name === "bookedBy") return text.bookers[value as Booker] ?? value;
  const chosen = [...choices.wholes, ...choices.certifications].find((one) => value !== "" && one.value === value);
  return chosen?.label ?? (value || text.nothing);
}
