import { writtenSeconds } from "../language/written-length.ts";
import { defineRefusals } from "../refusal/refusal.ts";

export const requestRefusals = defineRefusals("request", {
  invalid: {
    status: 400,
    texts: {
      nb: "Noe er ikke riktig utfylt.",
      nn: "Noko er ikkje rett utfylt.",
      en: "Something is not filled in correctly.",
    },
  },
  tooLarge: {
    status: 413,
    texts: { nb: "Det du sendte, er for stort.", nn: "Det du sende, er for stort.", en: "What you sent is too large." },
  },
  wrongType: {
    status: 415,
    texts: {
      nb: "Send innholdet i den typen som dokumentasjonen sier, som oftest application/json.",
      nn: "Send innhaldet i den typen som dokumentasjonen seier, oftast application/json.",
      en: "Send the content in the type the documentation says, mostly application/json.",
    },
  },
  tooMany: {
    status: 429,
    texts: {
      nb: (details: { seconds: number }) => `Det kom for mange forespørsler. Prøv igjen om ${writtenSeconds(details.seconds, "nb")}.`,
      nn: (details: { seconds: number }) => `Det kom for mange førespurnader. Prøv igjen om ${writtenSeconds(details.seconds, "nn")}.`,
      en: (details: { seconds: number }) => `Too many requests. Try again in ${writtenSeconds(details.seconds, "en")}.`,
    },
  },
  keyReused: {
    status: 422,
    texts: {
      nb: "Denne Idempotency-Key er brukt til en annen forespørsel.",
      nn: "Denne Idempotency-Key er brukt til ein annan førespurnad.",
      en: "This Idempotency-Key was used for another request.",
    },
  },
  inProgress: {
    status: 409,
    texts: {
      nb: "Den samme forespørselen er under behandling.",
      nn: "Den same førespurnaden blir handsama no.",
      en: "The same request is being handled.",
    },
  },
  changedMeanwhile: {
    status: 412,
    texts: {
      nb: "Noen andre lagret først. Se begge utgavene før du lagrer.",
      nn: "Nokon andre lagra først. Sjå begge utgåvene før du lagrar.",
      en: "Somebody else saved first. Look at both versions before you save.",
    },
  },
  away: {
    status: 503,
    texts: {
      nb: "Vi får ikke tak i dataene akkurat nå. Det du har skrevet, ligger i skjemaet.",
      nn: "Vi får ikkje tak i dataa akkurat no. Det du har skrive, ligg i skjemaet.",
      en: "We cannot reach the data right now. What you wrote is still in the form.",
    },
  },
  foreignOrigin: {
    status: 403,
    texts: {
      nb: "Skjemaet ble sendt fra et annet nettsted.",
      nn: "Skjemaet vart sendt frå ein annan nettstad.",
      en: "The form was sent from another site.",
    },
  },
});
