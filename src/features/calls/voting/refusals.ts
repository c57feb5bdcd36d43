import { defineRefusals } from "../../../platform/refusal/refusal.ts";

/** What the audience's vote does not allow. */
export const votingRefusals = defineRefusals("voting", {
  noEvent: {
    status: 409,
    constraint: "calls_vote_at_event",
    texts: {
      nb: "Knytt utlysningen til et arrangement først: publikum stemmer med billetten dit.",
      nn: "Knyt utlysinga til eit arrangement først: publikum stemmer med billetten dit.",
      en: "Tie the call to an event first: the audience votes with their tickets to it.",
    },
  },
  tooFewToChoose: {
    status: 409,
    texts: {
      nb: "Det må være minst to å velge mellom. Velg utfallet «Går videre» for dem først.",
      nn: "Det må vere minst to å velje mellom. Vel utfallet «Går vidare» for dei først.",
      en: "There must be at least two to choose between. Choose the outcome “Goes on” for them first.",
    },
  },
  ballotStands: {
    status: 409,
    texts: {
      nb: "Noen har stemt, så de som er med, står fast.",
      nn: "Nokon har røysta, så dei som er med, står fast.",
      en: "Somebody has voted, so those on the ballot stand.",
    },
  },
  notOpen: {
    status: 409,
    texts: {
      nb: "Avstemningen er ikke åpen.",
      nn: "Røystinga er ikkje open.",
      en: "The vote is not open.",
    },
  },
  unknownTicket: {
    status: 409,
    texts: {
      nb: "Vi finner ingen billett til arrangementet med den koden.",
      nn: "Vi finn ingen billett til arrangementet med den koden.",
      en: "We find no ticket to the event with that code.",
    },
  },
  notCheckedIn: {
    status: 409,
    texts: {
      nb: "Billetten er ikke sjekket inn. Gå innom døra først.",
      nn: "Billetten er ikkje sjekka inn. Gå innom døra først.",
      en: "The ticket has not been checked in. Stop by the door first.",
    },
  },
  notOnBallot: {
    status: 400,
    texts: {
      nb: "Den er ikke med i avstemningen.",
      nn: "Han er ikkje med i røystinga.",
      en: "It is not on the ballot.",
    },
  },
});
