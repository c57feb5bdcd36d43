import type { InEveryLanguage } from "../../../platform/language/language.ts";
import type { ExitType } from "../enrolling/outcome.ts";

type Words = { labels: InEveryLanguage; aliases?: readonly string[] };

/** What a startup can be, in the words people write in spreadsheets. */
export const outcomeWords: Record<ExitType, Words> = {
  active: { labels: { nb: "I drift", nn: "I drift", en: "Active" }, aliases: ["aktiv", "drift", "running", "in business"] },
  graduated: { labels: { nb: "Fullført", nn: "Fullført", en: "Graduated" }, aliases: ["ferdig", "uteksaminert", "alumni"] },
  moved: { labels: { nb: "Flyttet", nn: "Flytta", en: "Moved" } },
  dormant: { labels: { nb: "I dvale", nn: "I dvale", en: "Dormant" }, aliases: ["hvilende", "inaktiv", "sovende", "inactive"] },
  bankrupt: { labels: { nb: "Konkurs", nn: "Konkurs", en: "Bankrupt" }, aliases: ["bankruptcy"] },
  dissolved: {
    labels: { nb: "Avviklet", nn: "Avvikla", en: "Dissolved" },
    aliases: ["nedlagt", "lagt ned", "oppløst", "slettet", "closed"],
  },
  merged: { labels: { nb: "Fusjonert", nn: "Fusjonert", en: "Merged" }, aliases: ["fusjon", "merger"] },
  acquired: { labels: { nb: "Kjøpt opp", nn: "Kjøpt opp", en: "Acquired" }, aliases: ["oppkjøpt", "solgt", "acquisition"] },
  unknown: { labels: { nb: "Ukjent", nn: "Ukjent", en: "Unknown" }, aliases: ["vet ikke", "?"] },
};
