import { catalogue } from "../../../../platform/language/language.ts";

export const memberPopulation = {
  nb: "Alle direkte medlemmer, organisasjoner og personer",
  nn: "Alle direkte medlemmer, organisasjonar og personar",
  en: "All direct members, organizations and people",
};

export const memberTexts = catalogue({
  nb: {
    "members-start": { name: "Medlemmer ved starten", definition: "Medlemmer dagen før perioden begynner." },
    "members-joined": {
      name: "Kommet til",
      definition:
        "Medlemskap som begynner i perioden. Den som går og kommer igjen, kommer to ganger. Bytte av plan eller nivå er ikke å komme.",
    },
    "members-left": {
      name: "Gått ut",
      definition: "Medlemskap som slutter i perioden. Start pluss kommet til minus gått ut er alltid slutten.",
    },
    "members-net": { name: "Netto", definition: "Kommet til minus gått ut: slutten minus starten." },
    "members-end": { name: "Medlemmer ved slutten", definition: "Medlemmer på den siste dagen i perioden." },
    "members-new": { name: "Nye", definition: "Kommet til, uten dem som var medlem i løpet av de tolv månedene før." },
    "members-returned": { name: "Kommet tilbake", definition: "Kommet til, og var medlem i løpet av de tolv månedene før." },
    "members-retention": {
      name: "Blir værende",
      definition: "Av dem som var medlem dagen før perioden: andelen som er medlem på dens siste dag.",
    },
  },
  nn: {
    "members-start": { name: "Medlemmer ved starten", definition: "Medlemmer dagen før perioden byrjar." },
    "members-joined": {
      name: "Komne til",
      definition: "Medlemskap som byrjar i perioden. Den som går og kjem att, kjem to gonger. Å byte plan eller nivå er ikkje å kome.",
    },
    "members-left": {
      name: "Gått ut",
      definition: "Medlemskap som sluttar i perioden. Start pluss komne til minus gått ut er alltid slutten.",
    },
    "members-net": { name: "Netto", definition: "Komne til minus gått ut: slutten minus starten." },
    "members-end": { name: "Medlemmer ved slutten", definition: "Medlemmer den siste dagen i perioden." },
    "members-new": { name: "Nye", definition: "Komne til, utan dei som var medlem i løpet av dei tolv månadene før." },
    "members-returned": { name: "Komne tilbake", definition: "Komne til, og var medlem i løpet av dei tolv månadene før." },
    "members-retention": {
      name: "Blir verande",
      definition: "Av dei som var medlem dagen før perioden: delen som er medlem på den siste dagen.",
    },
  },
  en: {
    "members-start": { name: "Members at the start", definition: "Members on the day before the period begins." },
    "members-joined": {
      name: "Joined",
      definition: "Memberships that begin in the period. Who leaves and comes back joins twice. Changing plan or tier is not joining.",
    },
    "members-left": { name: "Left", definition: "Memberships that end in the period. Start plus joined less left is always the end." },
    "members-net": { name: "Net", definition: "Joined less left: the end less the start." },
    "members-end": { name: "Members at the end", definition: "Members on the last day of the period." },
    "members-new": { name: "New", definition: "Joined, without those who were a member within the twelve months before." },
    "members-returned": { name: "Came back", definition: "Joined, and was a member within the twelve months before." },
    "members-retention": {
      name: "Stay",
      definition: "Of those who were a member on the day before the period: the share that is a member on its last day.",
    },
  },
});
