import type { InEveryLanguage } from "../../platform/language/language.ts";

/** What a house can be about, in the order it is shown. A key once used keeps its meaning; database/demo/themes.json says the same. */
export const themes = {
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

export type Theme = keyof typeof themes;

/** The keys, for contracts and forms. */
export const themeKeys = Object.keys(themes) as [Theme, ...Theme[]];
