import { defineRefusals } from "../refusal/refusal.ts";

export const accessRefusals = defineRefusals("access", {
  signIn: {
    status: 401,
    texts: {
      nb: "Logg inn for å gjøre dette.",
      nn: "Logg inn for å gjere dette.",
      en: "Sign in to do this.",
    },
  },
  unknownKey: {
    status: 401,
    texts: {
      nb: "Nøkkelen er ukjent, trukket tilbake eller utløpt.",
      nn: "Nøkkelen er ukjend, trekt tilbake eller gått ut.",
      en: "The key is unknown, revoked or has run out.",
    },
  },
  notHere: {
    status: 404,
    texts: {
      nb: "Siden finnes ikke, eller er ikke for deg.",
      nn: "Sida finst ikkje, eller er ikkje for deg.",
      en: "This page does not exist, or is not for you.",
    },
  },
  keyLacksScope: {
    status: 403,
    texts: {
      nb: (details: { scope: string }) => `Nøkkelen mangler tilgangen «${details.scope}».`,
      nn: (details: { scope: string }) => `Nøkkelen manglar tilgangen «${details.scope}».`,
      en: (details: { scope: string }) => `The key lacks the scope “${details.scope}”.`,
    },
  },
});
