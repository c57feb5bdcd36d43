import { catalogue } from "../../../platform/language/language.ts";
import { defineRefusals } from "../../../platform/refusal/refusal.ts";

const euro = (cents: number, language: string) =>
  new Intl.NumberFormat(language === "en" ? "en-GB" : "nb-NO", { style: "currency", currency: "EUR" }).format(cents / 100);

export const euroWords = catalogue({
  nb: { euro: (cents: number) => euro(cents, "nb") },
  nn: { euro: (cents: number) => euro(cents, "nn") },
  en: { euro: (cents: number) => euro(cents, "en") },
});

type Passed = { day: string; usedEuroCents: number; limitEuroCents: number };

export const aidRefusals = defineRefusals("state_aid", {
  passesLimit: {
    status: 409,
    texts: {
      nb: (d: Passed) =>
        `Med denne er det gitt ${euro(d.usedEuroCents, "nb")} i bagatellmessig støtte i de tre årene fram til ${d.day}; grensen er ${euro(d.limitEuroCents, "nb")}. Skriv den likevel bare hvis den er gitt.`,
      nn: (d: Passed) =>
        `Med denne er det gitt ${euro(d.usedEuroCents, "nn")} i bagatellmessig støtte dei tre åra fram til ${d.day}; grensa er ${euro(d.limitEuroCents, "nn")}. Skriv ho likevel berre om ho er gitt.`,
      en: (d: Passed) =>
        `With this, ${euro(d.usedEuroCents, "en")} of de minimis aid is granted in the three years up to ${d.day}; the limit is ${euro(d.limitEuroCents, "en")}. Write it down all the same only if it has been granted.`,
    },
  },
  wrongNumber: {
    status: 422,
    texts: {
      nb: "Organisasjonsnummeret har ni sifre, og det siste stemmer ikke.",
      nn: "Organisasjonsnummeret har ni siffer, og det siste stemmer ikkje.",
      en: "An organization number has nine digits, and the last one does not fit.",
    },
  },
  alreadyCorrected: {
    status: 409,
    constraint: "state_aid_awards_corrected_once",
    texts: {
      nb: "Støtten er rettet før, eller er selv en rettelse.",
      nn: "Støtta er retta før, eller er sjølv ei retting.",
      en: "The award has been corrected before, or is itself a correction.",
    },
  },
});
