import { defineRefusals } from "../../../platform/refusal/refusal.ts";

/** What changing who holds an event does not allow. */
export const coHostRefusals = defineRefusals("event_host", {
  leads: {
    status: 409,
    texts: {
      nb: "Den som leder arrangementet, kan ikke tas bort.",
      nn: "Den som leier arrangementet, kan ikkje takast bort.",
      en: "The one who leads the event cannot be removed.",
    },
  },
  membersRely: {
    status: 409,
    texts: {
      nb: "Noen er påmeldt, og arrangementet er for arrangørenes medlemmer. Skriv først hvem sine medlemmer det er for, så ingen blir stengt ute.",
      nn: "Nokon er påmeld, og arrangementet er for medlemene til arrangørane. Skriv fyrst kven sine medlemer det er for, så ingen blir stengd ute.",
      en: "Somebody has registered, and the event is for the hosts' members. First write whose members it is for, so that nobody is shut out.",
    },
  },
  pricesRely: {
    status: 409,
    texts: {
      nb: (d: { waiting: number }) =>
        `${d.waiting} venter på en billett med medlemspris. Den prisen kan gjelde medlemmer her, så arrangøren kan tas bort når ingen venter.`,
      nn: (d: { waiting: number }) =>
        `${d.waiting} ventar på ein billett med medlemspris. Den prisen kan gjelde medlemer her, så arrangøren kan takast bort når ingen ventar.`,
      en: (d: { waiting: number }) =>
        `${d.waiting} wait for a ticket with a member's price. That price may be of members here, so the host can be removed when nobody waits.`,
    },
  },
  tooMany: {
    status: 409,
    texts: {
      nb: "Et arrangement kan ha 20 medarrangører.",
      nn: "Eit arrangement kan ha 20 medarrangørar.",
      en: "An event can have 20 co-hosts.",
    },
  },
});
