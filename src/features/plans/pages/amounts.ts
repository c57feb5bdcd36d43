import { list, number, signed } from "../../../interface/format.ts";
import type { Language } from "../../../platform/language/language.ts";
import type { Unit } from "../plan.ts";
import { planWords } from "./words.ts";

/** An amount of a unit in words: "3 dager", "8 t 30 min". */
export function amountInWords(unit: Unit, amount: number, language: Language): string {
  if (unit === "day") return planWords[language].days(number(amount, language));
  const [hours, minutes] = [Math.floor(amount / 60), amount % 60];
  const hour = language === "en" ? "h" : "t";
  return [hours > 0 || minutes === 0 ? `${number(hours, language)} ${hour}` : "", minutes > 0 ? `${minutes} min` : ""]
    .filter(Boolean)
    .join(" ");
}

/** What an entry added or took: "−1 t 30 min". */
export function signedAmount(unit: Unit, amount: number, language: Language): string {
  return `${signed(Math.sign(amount), language).slice(0, -1)}${amountInWords(unit, Math.abs(amount), language)}`;
}

type Included = { includedDays: number; includedRoomMinutes: number; includedMachineMinutes: number };

/** What a plan includes, in words. */
export function includedInWords(plan: Included, language: Language): string {
  const text = planWords[language];
  const parts = [
    plan.includedDays > 0 && amountInWords("day", plan.includedDays, language),
    plan.includedRoomMinutes > 0 && `${amountInWords("room_minute", plan.includedRoomMinutes, language)} ${text.ofRooms}`,
    plan.includedMachineMinutes > 0 && `${amountInWords("machine_minute", plan.includedMachineMinutes, language)} ${text.ofMachines}`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? text.nothing : list(parts, language);
}
