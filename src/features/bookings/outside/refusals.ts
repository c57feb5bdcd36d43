import { defineRefusals } from "../../../platform/refusal/refusal.ts";

type Most = { most: number };

/** Why another calendar cannot be connected. */
export const outsideCalendarRefusals = defineRefusals("outside_calendar", {
  addressNotPublic: {
    status: 422,
    texts: {
      nb: "Lim inn en adresse som begynner med https://, og som alle på nettet kan nå.",
      nn: "Lim inn ei adresse som byrjar med https://, og som alle på nettet kan nå.",
      en: "Paste an address that begins with https:// and that anybody on the internet can reach.",
    },
  },
  known: {
    status: 409,
    constraint: "outside_calendars_known",
    texts: {
      nb: "Den kalenderen er koblet til her fra før.",
      nn: "Den kalenderen er kopla til her frå før.",
      en: "That calendar is connected here already.",
    },
  },
  notOfPool: {
    status: 422,
    texts: {
      nb: "Fleksplasser tas én og én, og følger ingen annen kalender. Velg et rom eller en maskin.",
      nn: "Fleksplassar blir tekne éin og éin, og følgjer ingen annan kalender. Vel eit rom eller ei maskin.",
      en: "Flexible desks are taken one by one and follow no other calendar. Choose a room or a machine.",
    },
  },
  tooMany: {
    status: 409,
    texts: {
      nb: ({ most }: Most) => `Huset har ${most} kalendere fra før. Koble fra en du ikke trenger.`,
      nn: ({ most }: Most) => `Huset har ${most} kalendrar frå før. Kople frå ein du ikkje treng.`,
      en: ({ most }: Most) => `The house has ${most} calendars already. Disconnect one you do not need.`,
    },
  },
});
