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
      nb: (details: { minutes: number }) => `Det er bedt om mange lenker. Se i posten, eller prøv igjen om ${details.minutes} minutter.`,
      nn: (details: { minutes: number }) => `Det er bede om mange lenkjer. Sjå i posten, eller prøv igjen om ${details.minutes} minutt.`,
      en: (details: { minutes: number }) =>
        `Many links have been asked for. Look in your mail, or try again in ${details.minutes} minutes.`,
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
