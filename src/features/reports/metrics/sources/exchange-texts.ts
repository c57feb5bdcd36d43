import { catalogue } from "../../../../platform/language/language.ts";

export const exchangePopulation = {
  nb: "Linjene i regnskapet for gjestedager, ført da gjesten ble sjekket inn; det som er ført tilbake, er trukket fra",
  nn: "Linjene i rekneskapen for gjestedagar, førte då gjesten vart sjekka inn; det som er ført tilbake, er trekt frå",
  en: "The rows of the ledger of guest days, booked when the guest was checked in; what was reversed is taken off",
};

export const exchangeTexts = catalogue({
  nb: {
    "exchange-days": { name: "Gjestedager", definition: "Dager medlemmer arbeidet i et annet hus i nettverket." },
    "exchange-given": { name: "Dager gitt", definition: "Dager organisasjonen tok imot andres medlemmer." },
    "exchange-received": { name: "Dager fått", definition: "Dager organisasjonens egne arbeidet hos andre." },
    "exchange-pairs": {
      name: "Par som utvekslet",
      definition: "Ulike par av organisasjoner med minst én dag mellom seg, den ene veien eller den andre.",
    },
    "exchange-distance": {
      name: "Hvor langt de kom",
      definition: "Kilometer i luftlinje fra hjemmets eldste hus til verten, i gjennomsnitt over dagene. Dager fra hjem uten hus mangler.",
    },
  },
  nn: {
    "exchange-days": { name: "Gjestedagar", definition: "Dagar medlemmer arbeidde i eit anna hus i nettverket." },
    "exchange-given": { name: "Dagar gjevne", definition: "Dagar organisasjonen tok imot medlemmene til andre." },
    "exchange-received": { name: "Dagar fått", definition: "Dagar organisasjonen sine eigne arbeidde hos andre." },
    "exchange-pairs": {
      name: "Par som utveksla",
      definition: "Ulike par av organisasjonar med minst éin dag mellom seg, den eine vegen eller den andre.",
    },
    "exchange-distance": {
      name: "Kor langt dei kom",
      definition:
        "Kilometer i luftlinje frå det eldste huset til heimen til verten, i gjennomsnitt over dagane. Dagar frå heimar utan hus manglar.",
    },
  },
  en: {
    "exchange-days": { name: "Guest days", definition: "Days members worked in another house of the network." },
    "exchange-given": { name: "Days given", definition: "Days the organization received members of others." },
    "exchange-received": { name: "Days received", definition: "Days the organization's own worked with others." },
    "exchange-pairs": {
      name: "Pairs that exchanged",
      definition: "Different pairs of organizations with at least one day between them, whichever way.",
    },
    "exchange-distance": {
      name: "How far they came",
      definition:
        "Kilometres as the crow flies from the home's oldest house to the host, on average over the days. Days from homes without a house are missing.",
    },
  },
});
