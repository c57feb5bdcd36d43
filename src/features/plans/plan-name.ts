import type { Language } from "../../platform/language/language.ts";
import { textIn } from "../spaces/index.ts";

/** What a plan is called in letters and exports: in the reader's language, or one it is written in. */
export function planName(names: Parameters<typeof textIn>[0], language: Language): string {
  return textIn(names, language)?.text ?? "";
}
