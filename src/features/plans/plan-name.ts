import type { Language } from "../../platform/language/language.ts";
import { textIn } from "../spaces/index.ts";

/** What a plan is called in letters and files; pages have their own, without the server behind it. */
export function planName(names: Parameters<typeof textIn>[0], language: Language): string {
  return textIn(names, language)?.text ?? "";
}
