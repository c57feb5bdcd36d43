import { defineRefusals } from "../../platform/refusal/refusal.ts";

export const investorRefusals = defineRefusals("investor", {
  unknownOrganization: {
    status: 422,
    texts: {
      nb: (d: { organization: string }) => `Det finnes ingen organisasjon som heter «${d.organization}» her.`,
      nn: (d: { organization: string }) => `Det finst ingen organisasjon som heiter «${d.organization}» her.`,
      en: (d: { organization: string }) => `There is no organization “${d.organization}” here.`,
    },
  },
  alreadyIn: {
    status: 409,
    constraint: "investor_profiles_once",
    texts: {
      nb: "Denne investoren er med fra før.",
      nn: "Denne investoren er med frå før.",
      en: "This investor is in already.",
    },
  },
  ticketOrder: {
    status: 422,
    constraint: "investor_profiles_ticket",
    texts: {
      nb: "Det største beløpet kan ikke være mindre enn det minste.",
      nn: "Det største beløpet kan ikkje vere mindre enn det minste.",
      en: "The largest amount cannot be less than the smallest.",
    },
  },
  unknownNetwork: {
    status: 422,
    texts: {
      nb: "Velg et nettverk bedriften er med i, og som har investorer.",
      nn: "Vel eit nettverk bedrifta er med i, og som har investorar.",
      en: "Choose a network the company takes part in, and that has investors.",
    },
  },
  unknownEvent: {
    status: 422,
    texts: {
      nb: (d: { event: string }) => `Det finnes ikke noe arrangement «${d.event}» her.`,
      nn: (d: { event: string }) => `Det finst ikkje noko arrangement «${d.event}» her.`,
      en: (d: { event: string }) => `There is no event “${d.event}” here.`,
    },
  },
  oneRaise: {
    status: 409,
    constraint: "raises_one_at_a_time",
    texts: {
      nb: "Bedriften har en runde i dette nettverket. Avslutt den før en ny begynner.",
      nn: "Bedrifta har ei runde i dette nettverket. Avslutt ho før ei ny byrjar.",
      en: "The company has a raise in this network. End it before a new one begins.",
    },
  },
  raiseEnded: {
    status: 409,
    texts: {
      nb: "Runden er avsluttet.",
      nn: "Runda er avslutta.",
      en: "The raise has ended.",
    },
  },
  notPublished: {
    status: 409,
    texts: {
      nb: "Runden er ikke delt ennå. Del den først.",
      nn: "Runda er ikkje delt enno. Del ho først.",
      en: "The raise is not shared yet. Share it first.",
    },
  },
  nothingToTell: {
    status: 422,
    texts: {
      nb: "Skriv sammendraget først. Det er det første en investor leser.",
      nn: "Skriv samandraget først. Det er det første ein investor les.",
      en: "Write the summary first. It is what an investor reads first.",
    },
  },
  unknownInvestor: {
    status: 422,
    texts: {
      nb: "Den investoren er ikke med i nettverket.",
      nn: "Den investoren er ikkje med i nettverket.",
      en: "That investor is not in the network.",
    },
  },
  alreadyTold: {
    status: 409,
    constraint: "raise_consents_once",
    texts: {
      nb: "Det har dere sagt ja til.",
      nn: "Det har de sagt ja til.",
      en: "You have said yes to that.",
    },
  },
  contactMissing: {
    status: 409,
    texts: {
      nb: "Skriv først hvem hos dere bedriften skal få kontakt med. Det står i profilen.",
      nn: "Skriv først kven hos dykk bedrifta skal få kontakt med. Det står i profilen.",
      en: "First write who the company is to be in touch with. It stands in the profile.",
    },
  },
  introducedOnce: {
    status: 409,
    constraint: "introductions_once",
    texts: {
      nb: "De to er spurt eller introdusert fra før.",
      nn: "Dei to er spurde eller introduserte frå før.",
      en: "The two have been asked or introduced already.",
    },
  },
  answered: {
    status: 409,
    texts: {
      nb: "Dette er svart på, trukket eller gått ut.",
      nn: "Dette er svart på, trekt eller gått ut.",
      en: "This has been answered, withdrawn or has run out.",
    },
  },
  notIntroduced: {
    status: 409,
    texts: {
      nb: "De to er ikke introdusert.",
      nn: "Dei to er ikkje introduserte.",
      en: "The two have not been introduced.",
    },
  },
  metAlready: {
    status: 409,
    constraint: "introduction_meetings_once",
    texts: {
      nb: "Møtet den dagen er skrevet opp.",
      nn: "Møtet den dagen er skrive opp.",
      en: "The meeting of that day is written down.",
    },
  },
  notYet: {
    status: 422,
    texts: {
      nb: "Dagen har ikke vært ennå.",
      nn: "Dagen har ikkje vore enno.",
      en: "That day has not come yet.",
    },
  },
  settled: {
    status: 409,
    texts: {
      nb: "Den er bekreftet eller strøket fra før.",
      nn: "Ho er stadfesta eller stroken frå før.",
      en: "It has been confirmed or struck already.",
    },
  },
});
