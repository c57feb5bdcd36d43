import { defineRefusals } from "../../../platform/refusal/refusal.ts";

/** What changing the kinds of tickets of an event does not allow. */
export const kindRefusals = defineRefusals("ticket_kind", {
  priceStands: {
    status: 409,
    texts: {
      nb: (d: { waiting: number }) => `${d.waiting} venter på denne billetten og har fått vite prisen. Den kan bli lavere, ikke høyere.`,
      nn: (d: { waiting: number }) => `${d.waiting} ventar på denne billetten og har fått vite prisen. Han kan bli lågare, ikkje høgare.`,
      en: (d: { waiting: number }) => `${d.waiting} wait for this ticket and have been told the price. It can become lower, not higher.`,
    },
  },
  nameTaken: {
    status: 409,
    constraint: "ticket_types_name",
    texts: {
      nb: "En annen billett her heter det samme.",
      nn: "Ein annan billett her heiter det same.",
      en: "Another ticket here has the same name.",
    },
  },
  quotaNameTaken: {
    status: 409,
    constraint: "event_quotas_name",
    texts: {
      nb: "Det er plasser her som heter det samme. Velg dem, eller finn et annet navn.",
      nn: "Det er plassar her som heiter det same. Vel dei, eller finn eit anna namn.",
      en: "There are places here with the same name. Choose those, or find another name.",
    },
  },
  quotaFull: {
    status: 409,
    texts: {
      nb: (d: { quota: string; left: number; needed: number }) =>
        `${d.needed} har plass med denne billetten, og i «${d.quota}» er det ${d.left} ledige. Lag først rom til dem der.`,
      nn: (d: { quota: string; left: number; needed: number }) =>
        `${d.needed} har plass med denne billetten, og i «${d.quota}» er det ${d.left} ledige. Lag fyrst rom til dei der.`,
      en: (d: { quota: string; left: number; needed: number }) =>
        `${d.needed} have a place with this ticket, and “${d.quota}” has ${d.left} left. First make room for them there.`,
    },
  },
  closesBeforeOpening: {
    status: 409,
    constraint: "ticket_types_sale",
    texts: {
      nb: "Påmeldingen må stenge etter at den åpner.",
      nn: "Påmeldinga må stenge etter at ho opnar.",
      en: "Registration must close after it opens.",
    },
  },
  isUsed: {
    status: 409,
    texts: {
      nb: "Noen har meldt seg på med denne billetten. Den kan stenges, ikke tas bort.",
      nn: "Nokon har meldt seg på med denne billetten. Han kan stengjast, ikkje takast bort.",
      en: "Somebody has registered with this ticket. It can be closed, not removed.",
    },
  },
  tooMany: {
    status: 409,
    texts: {
      nb: "Et arrangement kan ha 50 billetter og 50 kvoter.",
      nn: "Eit arrangement kan ha 50 billettar og 50 kvotar.",
      en: "An event can have 50 kinds of tickets and 50 quotas.",
    },
  },
});
