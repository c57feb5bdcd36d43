import { defineRefusals } from "../../../platform/refusal/refusal.ts";

export const fundingRefusals = defineRefusals("funding", {
  unknownExample: {
    status: 422,
    texts: {
      nb: (d: { example: string }) => `Det finnes ikke noe eksempel som heter «${d.example}».`,
      nn: (d: { example: string }) => `Det finst ikkje noko døme som heiter «${d.example}».`,
      en: (d: { example: string }) => `There is no example named “${d.example}”.`,
    },
  },
  noSuchGrant: {
    status: 409,
    constraint: "fundings_submission_once",
    texts: {
      nb: "Søknaden er ikke innvilget til denne organisasjonen, eller tilsagnet er tatt opp i et prosjekt fra før.",
      nn: "Søknaden er ikkje innvilga til denne organisasjonen, eller tilsegna er teken opp i eit prosjekt frå før.",
      en: "The application was not granted to this organization, or the award has been taken up in a project before.",
    },
  },
  tranchesDiffer: {
    status: 422,
    texts: {
      nb: "Ratene må til sammen bli det finansiøren gir.",
      nn: "Ratene må til saman bli det finansiøren gir.",
      en: "The tranches must come to what the funder gives.",
    },
  },
  trancheReceived: {
    status: 409,
    texts: {
      nb: "Raten det er kommet penger av, kan ikke tas bort.",
      nn: "Raten det er kome pengar av, kan ikkje takast bort.",
      en: "A tranche that money has come of cannot be taken away.",
    },
  },
  deadlineMet: {
    status: 409,
    texts: {
      nb: "Fristen er holdt, og flyttes ikke.",
      nn: "Fristen er halden, og blir ikkje flytta.",
      en: "The deadline has been met, and does not move.",
    },
  },
  nothingChanged: {
    status: 409,
    texts: {
      nb: "Ingenting er endret.",
      nn: "Ingenting er endra.",
      en: "Nothing has changed.",
    },
  },
  alreadyCorrected: {
    status: 409,
    constraint: "tranche_receipts_corrected_once",
    texts: {
      nb: "Innbetalingen er rettet før, eller er selv en rettelse.",
      nn: "Innbetalinga er retta før, eller er sjølv ei retting.",
      en: "The receipt has been corrected before, or is itself a correction.",
    },
  },
  deadlineTwice: {
    status: 409,
    constraint: "funding_deadlines_once",
    texts: {
      nb: "Den fristen står der fra før.",
      nn: "Den fristen står der frå før.",
      en: "That deadline is there already.",
    },
  },
});
