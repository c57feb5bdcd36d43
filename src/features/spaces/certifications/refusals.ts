import { defineRefusals } from "../../../platform/refusal/refusal.ts";

export const certificationRefusals = defineRefusals("certification", {
  noSuchLevel: {
    status: 422,
    texts: {
      nb: (details: { levels: number }) => `Kurset har ${details.levels} nivå. Velg et av dem.`,
      nn: (details: { levels: number }) => `Kurset har ${details.levels} nivå. Vel eitt av dei.`,
      en: (details: { levels: number }) => `The certification has ${details.levels} levels. Choose one of them.`,
    },
  },
  held: {
    status: 409,
    constraint: "certificates_no_overlap",
    texts: {
      nb: "Personen har dette kursbeviset fra samme dag eller seinere.",
      nn: "Personen har dette kursprovet frå same dag eller seinare.",
      en: "The person has this certificate from the same day or later.",
    },
  },
  backwards: {
    status: 422,
    texts: {
      nb: "Siste dag må komme etter første.",
      nn: "Siste dag må kome etter første.",
      en: "The last day must come after the first.",
    },
  },
  ended: {
    status: 409,
    texts: {
      nb: "Kursbeviset gjelder ikke lenger.",
      nn: "Kursprovet gjeld ikkje lenger.",
      en: "The certificate is no longer valid.",
    },
  },
  unknownPerson: {
    status: 422,
    texts: {
      nb: "Ingen her har den adressen. Be personen logge inn en gang først.",
      nn: "Ingen her har den adressa. Be personen logge inn ein gong først.",
      en: "Nobody here has that address. Ask the person to sign in once first.",
    },
  },
  itself: {
    status: 422,
    constraint: "certification_recognitions_other",
    texts: {
      nb: "Et kurs gjelder for seg selv fra før.",
      nn: "Eit kurs gjeld for seg sjølv frå før.",
      en: "A certification counts for itself already.",
    },
  },
});
