import { capital, monthAndYear } from "../../../../../interface/format.ts";
import type { Language } from "../../../../../platform/language/language.ts";
import type { Parting } from "../../parting.ts";
import { sourceWords } from "../../source-words.ts";
import { metricWords } from "../metric-words.ts";

/** What a part of a figure is called. */
export function partLabel(by: Parting, { key, label }: { key: string; label: string }, language: Language): string {
  const text = metricWords[language];
  if (by === "month") return capital(monthAndYear(`${key}-01`, language));
  if (by === "source") return capital(sourceWords[language][key as keyof typeof sourceWords.nb]);
  if (by === "organization") return label || text.none;
  if (key === "unknown") return text.unplaced;
  return key.startsWith("ambiguous") ? text.unclear({ names: label }) : label;
}
