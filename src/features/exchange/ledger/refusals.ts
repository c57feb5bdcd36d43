import { defineRefusals } from "../../../platform/refusal/refusal.ts";

export const ledgerRefusals = defineRefusals("ledger", {
  periodNotOver: {
    status: 409,
    texts: {
      nb: (d: { to: string }) => `Perioden er ikke over. Den kan lukkes fra ${d.to}.`,
      nn: (d: { to: string }) => `Perioden er ikkje over. Han kan lukkast frå ${d.to}.`,
      en: (d: { to: string }) => `The period is not over. It can be closed from ${d.to}.`,
    },
  },
  emptyPeriod: {
    status: 400,
    texts: {
      nb: "Perioden må begynne før den slutter.",
      nn: "Perioden må byrje før han sluttar.",
      en: "The period must begin before it ends.",
    },
  },
  periodsOverlap: {
    status: 409,
    constraint: "settlements_no_overlap",
    texts: {
      nb: "En del av perioden er alt lukket.",
      nn: "Ein del av perioden er alt lukka.",
      en: "Part of the period has already been closed.",
    },
  },
  alreadyReversed: {
    status: 409,
    constraint: "ledger_transactions_reversed_once",
    texts: {
      nb: "Linja er alt ført tilbake.",
      nn: "Linja er alt ført tilbake.",
      en: "The line has already been reversed.",
    },
  },
  correctionWaits: {
    status: 409,
    constraint: "ledger_corrections_one_open",
    texts: {
      nb: "En rettelse av denne linja venter alt på svar.",
      nn: "Ei retting av denne linja ventar alt på svar.",
      en: "A correction of this line is already waiting for an answer.",
    },
  },
  correctionDecided: {
    status: 409,
    texts: {
      nb: "Rettelsen er alt avgjort.",
      nn: "Rettinga er alt avgjord.",
      en: "The correction has already been decided.",
    },
  },
});
