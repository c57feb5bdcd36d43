import { catalogue, type Language, locale } from "../../../platform/language/language.ts";
import { abroad } from "./abroad.ts";
import type { Parting } from "./parting.ts";
import { sourceWords } from "./source-words.ts";

/** What a part of a figure is called: "November 2026", "Lillestrøm", "Uklart: Ålesund / Haram". */
export function partLabel(by: Parting, { key, label }: { key: string; label: string }, language: Language): string {
  const words = texts[language];
  if (by === "month")
    return capital(Temporal.PlainDate.from(`${key}-01`).toLocaleString(locale(language), { month: "long", year: "numeric" }));
  if (by === "source") return capital(sourceWords[language][key as keyof typeof sourceWords.nb]);
  if (by === "organization") return label || words.none;
  if (key === abroad) return words.abroad;
  if (key === "unknown") return words.unplaced;
  return key.startsWith("ambiguous") ? words.unclear({ names: label }) : label;
}

function capital(words: string): string {
  return words.charAt(0).toLocaleUpperCase("nb") + words.slice(1);
}

const texts = catalogue({
  nb: { none: "Ingen", abroad: "Utlandet", unplaced: "Uten kjent sted", unclear: (d: { names: string }) => `Uklart: ${d.names}` },
  nn: { none: "Ingen", abroad: "Utlandet", unplaced: "Utan kjend stad", unclear: (d: { names: string }) => `Uklart: ${d.names}` },
  en: { none: "None", abroad: "Abroad", unplaced: "No known place", unclear: (d: { names: string }) => `Unclear: ${d.names}` },
});
