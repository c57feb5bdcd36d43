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
        "Ulike personer med en bekreftet påmelding til ett eller flere arrangementer i en festival, hver talt én gang, ført på første gang. Plasser uten navn er ikke med.",
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
        "Ulike personar med ei stadfesta påmelding til eitt eller fleire arrangement i ein festival, kvar talt éin gong, ført på første gongen. Plassar utan namn er ikkje med.",
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
        "Different people with a confirmed registration for one or more events of a festival, each counted once, on the first time. Places without a name are not among them.",
    },
  },
});
