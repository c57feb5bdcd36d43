import { writtenLength } from "../../platform/language/written-length.ts";
import { defineRefusals } from "../../platform/refusal/refusal.ts";

export const accountRefusals = defineRefusals("account", {
  linkSpent: {
    status: 410,
    texts: {
      nb: "Lenken er brukt eller for gammel. Be om en ny.",
      nn: "Lenkja er brukt eller for gammal. Be om ei ny.",
      en: "The link has been used or is too old. Ask for a new one.",
    },
  },
  tooManyLinks: {
    status: 429,
    texts: {
      nb: (details: { minutes: number }) =>
        `Det er bedt om mange lenker. Se i posten, eller prøv igjen om ${writtenLength(details.minutes, "nb")}.`,
      nn: (details: { minutes: number }) =>
        `Det er bede om mange lenkjer. Sjå i posten, eller prøv igjen om ${writtenLength(details.minutes, "nn")}.`,
      en: (details: { minutes: number }) =>
        `Many links have been asked for. Look in your mail, or try again in ${writtenLength(details.minutes, "en")}.`,
    },
  },
  keyMayNot: {
    status: 403,
    texts: {
      nb: "Dette gjør du selv, innlogget i nettleseren. En API-nøkkel kan ikke.",
      nn: "Dette gjer du sjølv, innlogga i nettlesaren. Ein API-nøkkel kan ikkje.",
      en: "You do this yourself, signed in with a browser. An API key cannot.",
    },
  },
  expiryPassed: {
    status: 422,
    texts: {
      nb: "Nøkkelen ville vært for gammel fra første stund. Velg en dag som kommer.",
      nn: "Nøkkelen ville vore for gammal frå første stund. Vel ein dag som kjem.",
      en: "The key would have expired before it was made. Choose a day to come.",
    },
  },
  nothingConfirmed: {
    status: 422,
    texts: {
      nb: "Skriv e-postadressen din for å bekrefte.",
      nn: "Skriv e-postadressa di for å stadfeste.",
      en: "Write your e-mail address to confirm.",
    },
  },
  lastOperator: {
    status: 409,
    texts: {
      nb: "Du er den eneste med ansvar for drifta. Gi rollen til en annen først.",
      nn: "Du er den einaste med ansvar for drifta. Gje rolla til ein annan først.",
      en: "You are the only operator. Give the role to somebody else first.",
    },
  },
});
