import { defineRefusals } from "../../../platform/refusal/refusal.ts";

export const proofRefusals = defineRefusals("proof", {
  wrongCode: {
    status: 422,
    texts: {
      nb: "Koden stemmer ikke, eller den er for gammel. Be om en ny.",
      nn: "Koden stemmer ikkje, eller han er for gammal. Be om ein ny.",
      en: "The code is not right, or it is too old. Ask for a new one.",
    },
  },
  tooManyTries: {
    status: 429,
    texts: {
      nb: (d: { minutes: number; seconds: number }) => `Det er bedt om mange koder. Prøv igjen om ${d.minutes} min.`,
      nn: (d: { minutes: number; seconds: number }) => `Det er bede om mange kodar. Prøv igjen om ${d.minutes} min.`,
      en: (d: { minutes: number; seconds: number }) => `Many codes have been asked for. Try again in ${d.minutes} min.`,
    },
  },
});
