import { defineRefusals } from "../../../platform/refusal/refusal.ts";

type Counted = { count: number; fewest: number };

/** What deciding does not allow. */
export const decidingRefusals = defineRefusals("deciding", {
  phaseOpen: {
    status: 409,
    texts: {
      nb: "En fase er åpen. Lukk den før du avgjør noe.",
      nn: "Ein fase er open. Lukk han før du avgjer noko.",
      en: "A phase is open. Close it before you decide anything.",
    },
  },
  withdrawn: {
    status: 409,
    texts: {
      nb: "Søknaden er trukket, så det er ikke noe å avgjøre.",
      nn: "Søknaden er trekt, så det er ikkje noko å avgjere.",
      en: "The application has been withdrawn, so there is nothing to decide.",
    },
  },
  tooFewScores: {
    status: 409,
    texts: {
      nb: ({ count, fewest }: Counted) =>
        `For få i juryen har vurdert den: ${count}, og det må være minst ${fewest}. Skriv hvorfor den velges likevel; det står i brevet.`,
      nn: ({ count, fewest }: Counted) =>
        `For få i juryen har vurdert han: ${count}, og det må vere minst ${fewest}. Skriv kvifor han blir vald likevel; det står i brevet.`,
      en: ({ count, fewest }: Counted) =>
        `Too few of the jury have reviewed it: ${count}, and there must be at least ${fewest}. Write why it is chosen all the same; it stands in the letter.`,
    },
  },
  nothingToTell: {
    status: 409,
    texts: {
      nb: "Det er ingen brev å sende: alle som er med her, er fortalt alt.",
      nn: "Det er ingen brev å sende: alle som er med her, er fortalde alt.",
      en: "There are no letters to send: everybody here has been told already.",
    },
  },
});
