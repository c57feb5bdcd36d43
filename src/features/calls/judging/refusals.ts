import { defineRefusals } from "../../../platform/refusal/refusal.ts";

/** What judging does not allow. */
export const judgingRefusals = defineRefusals("judging", {
  criteriaFrozen: {
    status: 409,
    texts: {
      nb: "Fasen er åpnet, så kriteriene står fast.",
      nn: "Fasen er opna, så kriteria står fast.",
      en: "The phase has been opened, so the criteria stand.",
    },
  },
  phaseReliedOn: {
    status: 409,
    texts: {
      nb: "Noen har vurdert eller avgjort noe i denne fasen, eller en senere er åpnet. Den kan ikke tas bort.",
      nn: "Nokon har vurdert eller avgjort noko i denne fasen, eller ein seinare er opna. Han kan ikkje takast bort.",
      en: "Somebody has judged or decided something in this phase, or a later one has opened. It cannot be removed.",
    },
  },
  phaseOutOfOrder: {
    status: 409,
    constraint: "call_phases_one_open",
    texts: {
      nb: "Fasene åpnes én om gangen, i rekkefølge. Lukk den som er åpen, først.",
      nn: "Fasane blir opna éin om gongen, i rekkjefølgje. Lukk den som er open, først.",
      en: "Phases open one at a time, in order. Close the one that is open first.",
    },
  },
  phaseNotOpen: {
    status: 409,
    texts: {
      nb: "Fasen er ikke åpen. Poeng gis mens den er det.",
      nn: "Fasen er ikkje open. Poeng blir gjevne medan han er det.",
      en: "The phase is not open. Scores are given while it is.",
    },
  },
  sealed: {
    status: 409,
    texts: {
      nb: "Poengene er forseglet til fasen lukkes.",
      nn: "Poenga er forsegla til fasen blir lukka.",
      en: "The scores are sealed until the phase closes.",
    },
  },
  conflictNotDeclared: {
    status: 409,
    constraint: "review_scores_declared",
    texts: {
      nb: "Si først om du er inhabil i denne saken.",
      nn: "Sei først om du er inhabil i denne saka.",
      en: "First say whether you have a conflict of interest in this one.",
    },
  },
  recused: {
    status: 409,
    texts: {
      nb: "Du har sagt at du er inhabil her, så du gir ingen poeng.",
      nn: "Du har sagt at du er inhabil her, så du gjev ingen poeng.",
      en: "You have said that you have a conflict of interest here, so you give no scores.",
    },
  },
  offScale: {
    status: 400,
    constraint: "review_scores_on_scale",
    texts: {
      nb: "Et poeng ligger utenfor skalaen.",
      nn: "Eit poeng ligg utanfor skalaen.",
      en: "A score lies outside its scale.",
    },
  },
  unknownCriterion: {
    status: 400,
    texts: {
      nb: "Et poeng er for et kriterium fasen ikke har.",
      nn: "Eit poeng er for eit kriterium fasen ikkje har.",
      en: "A score is for a criterion the phase does not have.",
    },
  },
  nothingScored: {
    status: 409,
    texts: {
      nb: "Gi poeng for minst ett kriterium før du leverer.",
      nn: "Gje poeng for minst eitt kriterium før du leverer.",
      en: "Give a score for at least one criterion before you deliver.",
    },
  },
  jurorHasJudged: {
    status: 409,
    texts: {
      nb: "Jurymedlemmet har alt gitt poeng eller meldt seg inhabil, og det blir stående.",
      nn: "Jurymedlemen har alt gjeve poeng eller meldt seg inhabil, og det blir ståande.",
      en: "The juror has given scores or declared a conflict already, and that stands.",
    },
  },
});
