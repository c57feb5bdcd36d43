import { defineRefusals } from "../../platform/refusal/refusal.ts";

/** Why a plan cannot be as it was written, or is not for somebody. */
export const planRefusals = defineRefusals("plan", {
  packNeedsDays: {
    status: 422,
    constraint: "plans_valid_days",
    texts: {
      nb: "Et klippekort må si hvor mange dager det varer, og bare et klippekort gjør det.",
      nn: "Eit klippekort må seie kor mange dagar det varer, og berre eit klippekort gjer det.",
      en: "A pack must say how many days it lasts, and only a pack does.",
    },
  },
  hasHolders: {
    status: 409,
    texts: {
      nb: "Noen har planen og har sagt ja til vilkårene. Lag en ny versjon, så får de varsel.",
      nn: "Nokon har planen og har sagt ja til vilkåra. Lag ein ny versjon, så får dei varsel.",
      en: "Somebody has the plan and agreed to its terms. Make a new version, and they are given notice.",
    },
  },
  replacedAlready: {
    status: 409,
    constraint: "plans_replaced_once",
    texts: {
      nb: "Planen tilbys ikke lenger, eller en ny versjon har alt tatt over.",
      nn: "Planen er ikkje å få lenger, eller ein ny versjon har alt teke over.",
      en: "The plan is no longer offered, or a new version has taken over already.",
    },
  },
  notOffered: {
    status: 422,
    texts: {
      nb: "Planen tilbys ikke i dette huset på den dagen.",
      nn: "Planen er ikkje å få i dette huset den dagen.",
      en: "The plan is not offered at this house on that day.",
    },
  },
  notForThem: {
    status: 422,
    texts: {
      nb: ({ forWhom }: { forWhom: string }) => `Planen er bare for ${forWhom === "company" ? "selskaper" : "enkeltpersoner"}.`,
      nn: ({ forWhom }: { forWhom: string }) => `Planen er berre for ${forWhom === "company" ? "selskap" : "enkeltpersonar"}.`,
      en: ({ forWhom }: { forWhom: string }) => `The plan is for ${forWhom === "company" ? "companies" : "single people"} only.`,
    },
  },
});

/** Why a subscription cannot begin, rest, change or end so. */
export const subscriptionRefusals = defineRefusals("subscription", {
  unknownHolder: {
    status: 422,
    texts: {
      nb: "Vi fant ikke den du skrev. Legg dem til som medlem først.",
      nn: "Vi fann ikkje den du skreiv. Legg dei til som medlem først.",
      en: "We did not find whom you wrote. Add them as a member first.",
    },
  },
  beginsInPast: {
    status: 422,
    texts: {
      nb: "Et abonnement kan ikke begynne før i dag.",
      nn: "Eit abonnement kan ikkje byrje før i dag.",
      en: "A subscription cannot begin before today.",
    },
  },
  seatsMissing: {
    status: 422,
    texts: {
      nb: "Skriv hvor mange personer selskapet betaler for.",
      nn: "Skriv kor mange personar selskapet betaler for.",
      en: "Write how many people the company pays for.",
    },
  },
  seatsTaken: {
    status: 409,
    texts: {
      nb: ({ seats }: { seats: number }) => `Abonnementet er for ${seats} samtidig, og alle plassene er brukt da.`,
      nn: ({ seats }: { seats: number }) => `Abonnementet er for ${seats} om gongen, og alle plassane er i bruk då.`,
      en: ({ seats }: { seats: number }) => `The subscription is for ${seats} at a time, and all places are taken then.`,
    },
  },
  personIsIn: {
    status: 409,
    constraint: "subscription_people_no_overlap",
    texts: {
      nb: "Personen er alt med i abonnementet da.",
      nn: "Personen er alt med i abonnementet då.",
      en: "That person is in the subscription already then.",
    },
  },
  ofOnePerson: {
    status: 422,
    texts: {
      nb: "Abonnementet er for én person.",
      nn: "Abonnementet er for éin person.",
      en: "The subscription is for one person.",
    },
  },
  endsAlready: {
    status: 409,
    texts: {
      nb: "Abonnementet er alt sagt opp eller avløst.",
      nn: "Abonnementet er alt sagt opp eller avløyst.",
      en: "Notice has been given already, or another plan follows.",
    },
  },
  packRunsOut: {
    status: 422,
    texts: {
      nb: "Et klippekort går ut av seg selv. Det kan ikke sies opp, settes på pause eller byttes.",
      nn: "Eit klippekort går ut av seg sjølv. Det kan ikkje seiast opp, setjast på pause eller bytast.",
      en: "A pack runs out by itself. It cannot be ended, paused or changed.",
    },
  },
  pausedAlready: {
    status: 409,
    constraint: "subscription_pauses_no_overlap",
    texts: {
      nb: "Abonnementet har alt en pause da.",
      nn: "Abonnementet har alt ein pause då.",
      en: "The subscription is paused already then.",
    },
  },
  endsBeforePause: {
    status: 422,
    texts: {
      nb: "Abonnementet er over før pausen begynner.",
      nn: "Abonnementet er over før pausen byrjar.",
      en: "The subscription ends before the pause begins.",
    },
  },
  endsBeforeStart: {
    status: 422,
    texts: {
      nb: "Siste dag kan ikke være før den første.",
      nn: "Siste dagen kan ikkje vere før den første.",
      en: "The last day cannot be before the first.",
    },
  },
});

/** Why something written cannot be met by an entry against it. */
export const reversalRefusals = defineRefusals("reversal", {
  chargeReversed: {
    status: 409,
    constraint: "charges_reversed_once",
    texts: {
      nb: "Kravet er alt ført tilbake.",
      nn: "Kravet er alt ført tilbake.",
      en: "The charge has been reversed already.",
    },
  },
  entryReversed: {
    status: 409,
    constraint: "entitlement_entries_reversed_once",
    texts: {
      nb: "Bruken er alt ført tilbake.",
      nn: "Bruken er alt ført tilbake.",
      en: "The use has been reversed already.",
    },
  },
  notReversible: {
    status: 422,
    texts: {
      nb: "Bare bruk og krav kan føres tilbake, ikke det som alt er en tilbakeføring.",
      nn: "Berre bruk og krav kan førast tilbake, ikkje det som alt er ei tilbakeføring.",
      en: "Only use and charges can be reversed, not what is a reversal already.",
    },
  },
});
