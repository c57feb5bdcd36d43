import { catalogue } from "../../../../platform/language/language.ts";

export const programShareTexts = catalogue({
  nb: {
    "programs-five-years": {
      name: "I drift etter fem år",
      definition:
        "Av dem som kom inn fem år før periodens slutt eller tidligere, og som noen vet noe om: andelen som var i drift som eget selskap fem år etter opptaket. Den som er konkurs, avviklet, i dvale eller gått inn i et annet selskap, er ute. Den ingen har sett etter så lang tid, mangler. Anslaget etter Kaplan og Meier, som også bruker dem som er fulgt kortere, er et annet tall og står ved kurven.",
    },
    "programs-jobs-inside": {
      name: "Arbeidsplasser i regionen",
      definition:
        "Av arbeidsplassene på periodens siste dag, minst: andelen i bedrifter som ligger i programmets region. Regionen er det samme landet under alle grenser. Programmer uten region er ikke med.",
    },
  },
  nn: {
    "programs-five-years": {
      name: "I drift etter fem år",
      definition:
        "Av dei som kom inn fem år før slutten på perioden eller tidlegare, og som nokon veit noko om: delen som var i drift som eige selskap fem år etter opptaket. Den som er konkurs, avvikla, i dvale eller gått inn i eit anna selskap, er ute. Den ingen har sett etter så lang tid, manglar. Overslaget etter Kaplan og Meier, som òg bruker dei som er følgde kortare, er eit anna tal og står ved kurva.",
    },
    "programs-jobs-inside": {
      name: "Arbeidsplassar i regionen",
      definition:
        "Av arbeidsplassane den siste dagen i perioden, minst: delen i bedrifter som ligg i regionen til programmet. Regionen er det same landet under alle grenser. Program utan region er ikkje med.",
    },
  },
  en: {
    "programs-five-years": {
      name: "In business after five years",
      definition:
        "Of those that came in five years before the end of the period or earlier, and of whom anything is known: the share that was in business as a company of its own five years after its intake. The bankrupt, dissolved and dormant are out, and so are those within another company. Whoever nobody has seen after so long is missing. The estimate by Kaplan and Meier, which uses those followed for a shorter time too, is another number and stands at the curve.",
    },
    "programs-jobs-inside": {
      name: "Jobs inside the region",
      definition:
        "Of the jobs on the last day of the period, at least: the share in startups inside the program's region. The region is the same land under all borders. Programs without a region are not among them.",
    },
  },
});
