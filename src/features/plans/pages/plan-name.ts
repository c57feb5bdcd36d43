import type { Language } from "../../../platform/language/language.ts";
import { textIn } from "../../spaces/parts.ts";

/** What a plan is called, in the reader's language or one it is written in. */
export function planName(names: Parameters<typeof textIn>[0], language: Language): string {
  return textIn(names, language)?.text ?? "";
}
