import { catalogue } from "../../../../platform/language/language.ts";

export const investorPopulation = {
  nb: "Introduksjonene mellom selskaper og investorer i nettverket",
  nn: "Introduksjonane mellom selskap og investorar i nettverket",
  en: "The introductions between companies and investors of the network",
};

export const investorTexts = catalogue({
  nb: {
    "investors-introductions": {
      name: "Introduksjoner",
      definition: "Introduksjoner der begge sa ja, ført på dagen den siste av dem gjorde det. De som senere ble avsluttet, er med.",
    },
    "investors-meetings": { name: "Møter etter introduksjon", definition: "Dager to som var introdusert, skrev opp at de møttes." },
    "investors-closings": {
      name: "Formidlede investeringer",
      definition:
        "Investeringer selskapet har bekreftet, av en investor det ble introdusert for på en tidligere dag. Strøkne er ikke med, og heller ikke investeringer uten introduksjon.",
    },
    "investors-capital": {
      name: "Formidlet kapital",
      definition: "Kronene i de formidlede investeringene, ført på dagen pengene kom.",
    },
  },
  nn: {
    "investors-introductions": {
      name: "Introduksjonar",
      definition: "Introduksjonar der begge sa ja, førte på dagen den siste av dei gjorde det. Dei som seinare vart avslutta, er med.",
    },
    "investors-meetings": { name: "Møte etter introduksjon", definition: "Dagar to som var introduserte, skreiv opp at dei møttest." },
    "investors-closings": {
      name: "Formidla investeringar",
      definition:
        "Investeringar selskapet har stadfesta, av ein investor det vart introdusert for på ein tidlegare dag. Strokne er ikkje med, og heller ikkje investeringar utan introduksjon.",
    },
    "investors-capital": {
      name: "Formidla kapital",
      definition: "Kronene i dei formidla investeringane, førte på dagen pengane kom.",
    },
  },
  en: {
    "investors-introductions": {
      name: "Introductions",
      definition: "Introductions both said yes to, on the day the second of them did. Those that ended later are counted.",
    },
    "investors-meetings": {
      name: "Meetings after an introduction",
      definition: "Days on which two who were introduced wrote that they met.",
    },
    "investors-closings": {
      name: "Facilitated investments",
      definition:
        "Investments the company has confirmed, by an investor it was introduced to on an earlier day. Struck ones are not counted, nor are investments without an introduction.",
    },
    "investors-capital": {
      name: "Facilitated capital",
      definition: "The kroner of the facilitated investments, on the day the money came.",
    },
  },
});
