import { defineRefusals } from "../../../platform/refusal/refusal.ts";

/** What is not taken by the survey after an event. */
export const surveyRefusals = defineRefusals("survey", {
  notOpen: {
    status: 409,
    texts: {
      nb: "Det er ingen spørsmål å svare på nå.",
      nn: "Det er ingen spørsmål å svare på no.",
      en: "There are no questions to answer now.",
    },
  },
  alreadyAnswered: {
    status: 409,
    texts: {
      nb: "Det er allerede svart med denne billetten.",
      nn: "Det er alt svara med denne billetten.",
      en: "This ticket has been used to answer already.",
    },
  },
});
