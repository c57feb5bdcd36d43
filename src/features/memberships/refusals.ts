import { defineRefusals } from "../../platform/refusal/refusal.ts";

export const membershipRefusals = defineRefusals("membership", {
  overlaps: {
    status: 409,
    constraint: "memberships_no_overlap",
    texts: {
      nb: "Medlemskapet overlapper et som er der fra før. Avslutt det først, eller velg en seinere dag.",
      nn: "Medlemskapen overlappar ein som er der frå før. Avslutt han først, eller vel ein seinare dag.",
      en: "The membership overlaps one that is already there. End that one first, or choose a later day.",
    },
  },
  ofItself: {
    status: 422,
    constraint: "memberships_not_of_itself",
    texts: {
      nb: "En organisasjon kan ikke være medlem av seg selv.",
      nn: "Ein organisasjon kan ikkje vere medlem av seg sjølv.",
      en: "An organization cannot be a member of itself.",
    },
  },
  endsBeforeStart: {
    status: 422,
    constraint: "memberships_not_empty",
    texts: {
      nb: "Sluttdagen må være seinere enn den første dagen.",
      nn: "Sluttdagen må vere seinare enn den første dagen.",
      en: "The end must be later than the first day.",
    },
  },
  unknownMember: {
    status: 422,
    texts: {
      nb: "Vi kjenner ingen med denne id-en eller dette adresseordet.",
      nn: "Vi kjenner ingen med denne id-en eller dette adresseordet.",
      en: "We know nobody by this id or slug.",
    },
  },
  periodBackwards: {
    status: 422,
    texts: {
      nb: "Perioden må slutte etter at den begynner.",
      nn: "Perioden må slutte etter at han byrjar.",
      en: "The period must end after it begins.",
    },
  },
});

export const candidateRefusals = defineRefusals("candidate", {
  alreadyThere: {
    status: 409,
    constraint: "candidates_once",
    texts: {
      nb: "Stedet står på tavla fra før.",
      nn: "Staden står på tavla frå før.",
      en: "The place is already on the board.",
    },
  },
  reasonMissing: {
    status: 422,
    texts: {
      nb: "Skriv hvorfor. Et nei eller et steg tilbake skal kunne forstås av den som kommer etter.",
      nn: "Skriv kvifor. Eit nei eller eit steg tilbake skal kunne skjønast av den som kjem etter.",
      en: "Write why. Whoever comes after must be able to understand a no or a step back.",
    },
  },
  alreadyInStage: {
    status: 409,
    texts: {
      nb: "Kandidaten står der alt.",
      nn: "Kandidaten står der alt.",
      en: "The candidate is already there.",
    },
  },
  isMember: {
    status: 409,
    texts: {
      nb: "De er medlem. Avslutt medlemskapet først.",
      nn: "Dei er medlem. Avslutt medlemskapen først.",
      en: "They are a member. End the membership first.",
    },
  },
  undoTooLate: {
    status: 409,
    texts: {
      nb: "Denne flyttingen kan ikke angres lenger. Flytt kandidaten på nytt.",
      nn: "Denne flyttinga kan ikkje angrast lenger. Flytt kandidaten på nytt.",
      en: "This move can no longer be undone. Move the candidate again.",
    },
  },
  unknownOwner: {
    status: 422,
    texts: {
      nb: "Den ansvarlige må være koordinator i nettverket.",
      nn: "Den ansvarlege må vere koordinator i nettverket.",
      en: "The owner must be a coordinator of the network.",
    },
  },
  unknownMunicipality: {
    status: 422,
    texts: {
      nb: "Ingen kommune har dette nummeret i dag.",
      nn: "Ingen kommune har dette nummeret i dag.",
      en: "No municipality has this number today.",
    },
  },
});
