import { dateWithYear } from "../../../interface/format.ts";
import type { Language } from "../../../platform/language/language.ts";

/** A day among a reason's details, as it is written in a language. */
export function dayIn(language: Language, day: string | number | undefined): string {
  return dateWithYear(String(day), language);
}
