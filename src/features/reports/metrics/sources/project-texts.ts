import { catalogue } from "../../../../platform/language/language.ts";

export const projectPopulation = {
  nb: "Prosjektene organisasjonen eier. Etter organisasjon er etter finansiør: «uten» er egne midler, deltakere og finansiører som ikke er her",
  nn: "Prosjekta organisasjonen eig. Etter organisasjon er etter finansiør: «utan» er eigne midlar, deltakarar og finansiørar som ikkje er her",
  en: "The projects the organization owns. By organization is by funder: “none” is own means, participants and funders that are not here",
};

export const projectTexts = catalogue({
  nb: {
    "projects-granted": { name: "Tilsagn", definition: "Kroner i tilsagn, ført på dagen de ble gitt." },
    "projects-received": {
      name: "Utbetalt",
      definition: "Kroner som er kommet fra finansiører, ført på dagen de kom. Rettelser er trukket fra.",
    },
    "projects-spent": {
      name: "Brukt",
      definition: "Kroner i utgifter og godkjente timer, ført på sin dag. Egeninnsats er ikke med. Rettelser er trukket fra.",
    },
    "projects-own": { name: "Egenandel", definition: "Av det som er brukt: kroner som er betalt av egne midler." },
    "projects-in-kind": {
      name: "Egeninnsats",
      definition: "Verdien av godkjente timer og annet som er gitt uten at penger er brukt, i kroner.",
    },
    "projects-hours": { name: "Timer", definition: "Timer som er ført og godkjent, betalte og i egeninnsats." },
  },
  nn: {
    "projects-granted": { name: "Tilsegner", definition: "Kroner i tilsegner, førte på dagen dei vart gitt." },
    "projects-received": {
      name: "Utbetalt",
      definition: "Kroner som er komne frå finansiørar, førte på dagen dei kom. Rettingar er trekte frå.",
    },
    "projects-spent": {
      name: "Brukt",
      definition: "Kroner i utgifter og godkjende timar, førte på sin dag. Eigeninnsats er ikkje med. Rettingar er trekte frå.",
    },
    "projects-own": { name: "Eigendel", definition: "Av det som er brukt: kroner som er betalte av eigne midlar." },
    "projects-in-kind": {
      name: "Eigeninnsats",
      definition: "Verdien av godkjende timar og anna som er gitt utan at pengar er brukte, i kroner.",
    },
    "projects-hours": { name: "Timar", definition: "Timar som er førte og godkjende, betalte og i eigeninnsats." },
  },
  en: {
    "projects-granted": { name: "Granted", definition: "Kroner in awards, on the day they were given." },
    "projects-received": {
      name: "Received",
      definition: "Kroner that came from funders, on the day they came. Corrections are taken off.",
    },
    "projects-spent": {
      name: "Spent",
      definition:
        "Kroner in expenses and approved hours, each on its day. What is given in kind is not counted. Corrections are taken off.",
    },
    "projects-own": { name: "Own share", definition: "Of what is spent: kroner paid by own means." },
    "projects-in-kind": {
      name: "In kind",
      definition: "The value of approved hours and other things that were given without money being spent, in kroner.",
    },
    "projects-hours": { name: "Hours", definition: "Hours that are written and approved, paid and in kind." },
  },
});
