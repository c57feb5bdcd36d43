import type { InEveryLanguage, Language } from "../../platform/language/language.ts";

/** What an organization can do, in plain words. A house's themes are the same list (spaces/themes.ts; a test holds them together). */
export const sectors = {
  creative: { nb: "Kreative næringer", nn: "Kreative næringar", en: "Creative industries" },
  technology: { nb: "Teknologi", nn: "Teknologi", en: "Technology" },
  science: { nb: "Vitenskap", nn: "Vitskap", en: "Science" },
  social: { nb: "Sosialt entreprenørskap", nn: "Sosialt entreprenørskap", en: "Social entrepreneurship" },
  rural: { nb: "Bygdeutvikling", nn: "Bygdeutvikling", en: "Rural development" },
  health: { nb: "Helse", nn: "Helse", en: "Health" },
  green: { nb: "Grønn omstilling", nn: "Grøn omstilling", en: "Green transition" },
  international: { nb: "Internasjonalt", nn: "Internasjonalt", en: "International" },
  craft: { nb: "Håndverk og design", nn: "Handverk og design", en: "Craft and design" },
  making: { nb: "Å lage ting", nn: "Å lage ting", en: "Making things" },
  energy: { nb: "Energi", nn: "Energi", en: "Energy" },
  ocean: { nb: "Hav og kyst", nn: "Hav og kyst", en: "Ocean and coast" },
  arctic: { nb: "Nordområdene", nn: "Nordområda", en: "The Arctic" },
  tourism: { nb: "Opplevelser og reiseliv", nn: "Opplevingar og reiseliv", en: "Experiences and tourism" },
  food: { nb: "Mat", nn: "Mat", en: "Food" },
  games: { nb: "Spill og film", nn: "Spel og film", en: "Games and film" },
  startups: { nb: "Oppstart", nn: "Oppstart", en: "Startups" },
} as const satisfies Record<string, InEveryLanguage>;

/** The list as a form offers it; one that is chosen and not in it stays, last. */
export function offeredSectors(chosen: readonly string[]): string[] {
  const known = Object.keys(sectors);
  return [...known, ...chosen.filter((key) => key !== "" && !known.includes(key)).toSorted()];
}

/** What a sector is called; one that is not in the list is shown as it was written. */
export function sectorName(key: string, language: Language): string {
  const known: Partial<Record<string, InEveryLanguage>> = sectors;
  return known[key]?.[language] ?? key.charAt(0).toUpperCase() + key.slice(1).replaceAll("_", " ");
}
