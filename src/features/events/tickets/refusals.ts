import { defineRefusals } from "../../../platform/refusal/refusal.ts";

/** What doors and holders of tickets are not allowed. */
export const ticketRefusals = defineRefusals("ticket", {
  notValid: {
    status: 409,
    texts: {
      nb: "Billetten gjelder ikke: plassen er gitt tilbake, eller ikke tatt ennå.",
      nn: "Billetten gjeld ikkje: plassen er gjeven tilbake, eller ikkje teken enno.",
      en: "The ticket is not valid: its place was given back, or is not taken yet.",
    },
  },
  usedStays: {
    status: 409,
    texts: {
      nb: "Noen har kommet inn på billetten, så plassen kan ikke gis tilbake.",
      nn: "Nokon har kome inn på billetten, så plassen kan ikkje gjevast tilbake.",
      en: "Somebody has come in on the ticket, so the place cannot be given back.",
    },
  },
  notInside: {
    status: 409,
    texts: {
      nb: "Ingen er inne på billetten nå.",
      nn: "Ingen er inne på billetten no.",
      en: "Nobody is inside on the ticket now.",
    },
  },
  scannedAhead: {
    status: 400,
    texts: {
      nb: "Skanningen er tidfestet i framtiden. Se over klokka på telefonen.",
      nn: "Skanninga er tidfest i framtida. Sjå over klokka på telefonen.",
      en: "The scan is dated in the future. Check the phone's clock.",
    },
  },
  nonceReused: {
    status: 409,
    texts: {
      nb: "Skanningen er allerede brukt til noe annet.",
      nn: "Skanninga er alt brukt til noko anna.",
      en: "The scan has been used for something else.",
    },
  },
  alreadyUsed: {
    status: 409,
    texts: {
      nb: "Noen har kommet inn på billetten, så den kan ikke gis til en annen.",
      nn: "Nokon har kome inn på billetten, så han kan ikkje gjevast til ein annan.",
      en: "Somebody has come in on the ticket, so it cannot be given to somebody else.",
    },
  },
});
