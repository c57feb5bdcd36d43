import { defineRefusals } from "../../../platform/refusal/refusal.ts";

export const regionRefusals = defineRefusals("region", {
  unknownMunicipality: {
    status: 400,
    texts: {
      nb: (d: { word: string }) => `«${d.word}» var ingen kommune det året.`,
      nn: (d: { word: string }) => `«${d.word}» var ingen kommune det året.`,
      en: (d: { word: string }) => `“${d.word}” was no municipality that year.`,
    },
  },
  ambiguousMunicipality: {
    status: 400,
    texts: {
      nb: (d: { word: string }) => `Flere kommuner heter «${d.word}». Skriv nummeret.`,
      nn: (d: { word: string }) => `Fleire kommunar heiter «${d.word}». Skriv nummeret.`,
      en: (d: { word: string }) => `Several municipalities are called “${d.word}”. Write the number.`,
    },
  },
  published: {
    status: 409,
    texts: {
      nb: "En publisert rapport handler om regionen slik den er. Tegn en ny i stedet.",
      nn: "Ein publisert rapport handlar om regionen slik han er. Teikn ein ny i staden.",
      en: "A published report is about the region as it is. Draw a new one instead.",
    },
  },
  inReports: {
    status: 409,
    texts: {
      nb: "Det finnes rapporter om regionen. De viser til den, så den kan ikke slettes.",
      nn: "Det finst rapportar om regionen. Dei viser til han, så han kan ikkje slettast.",
      en: "There are reports about the region. They refer to it, so it cannot be deleted.",
    },
  },
});
