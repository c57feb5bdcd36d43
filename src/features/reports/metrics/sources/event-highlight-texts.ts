import { catalogue } from "../../../../platform/language/language.ts";

export const eventHighlightTexts = catalogue({
  nb: {
    "events-largest": {
      name: "Flest på ett arrangement",
      definition: "Billetter som ble sjekket inn på det arrangementet der flest ble det. Er to like store, telles det første.",
    },
    "events-festival-people": {
      name: "Mennesker på festivaler",
      definition:
        "Ulike personer med en bekreftet plass på ett eller flere arrangementer i en festival: den som er navngitt på den, ellers den som meldte på. Hver talt én gang, ført på første gang.",
    },
  },
  nn: {
    "events-largest": {
      name: "Flest på eitt arrangement",
      definition: "Billettar som vart sjekka inn på det arrangementet der flest vart det. Er to like store, blir det første talt.",
    },
    "events-festival-people": {
      name: "Menneske på festivalar",
      definition:
        "Ulike personar med ein stadfesta plass på eitt eller fleire arrangement i ein festival: den som er namngjeven på han, elles den som melde på. Kvar talt éin gong, ført på første gongen.",
    },
  },
  en: {
    "events-largest": {
      name: "Most at one event",
      definition: "Tickets that were checked in at the event where most were. Of two that are as large, the first counts.",
    },
    "events-festival-people": {
      name: "People at festivals",
      definition:
        "Different people with a confirmed place at one or more events of a festival: whoever is named on it, else whoever registered. Each is counted once, on the first time.",
    },
  },
});
