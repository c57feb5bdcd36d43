import { catalogue } from "../../../platform/language/language.ts";

type Visit = { visited: string; space: string; when: string };
type Arrival = { visitor: string; space: string; time: string };

/** What visitors and those they visit are written. */
export const visitLetterTexts = catalogue({
  nb: {
    invitedSubject: ({ space, when }: Visit) => `Velkommen til ${space} ${when}`,
    invited: ({ visited, space, when }: Visit) => `${visited} venter deg hos ${space} ${when}.`,
    changedSubject: ({ space, when }: Visit) => `Besøket hos ${space} er endret: ${when}`,
    changed: ({ visited, space, when }: Visit) => `Besøket ditt er endret. ${visited} venter deg hos ${space} ${when}.`,
    cancelledSubject: ({ space, when }: Visit) => `Besøket hos ${space} ${when} er avlyst`,
    cancelled: ({ visited, space, when }: Visit) => `Besøket ditt til ${visited} hos ${space} ${when} er avlyst.`,
    address: (address: string) => `Adresse: ${address}`,
    room: (room: string) => `Rom: ${room}`,
    code: (code: string) =>
      `Skjermen ved inngangen kjenner deg på koden ${code}, eller på navnet ditt. QR-koden ligger ved, og kan skannes der.`,
    kept: (days: number) =>
      `Huset tar vare på navnet ditt og når du kom og gikk, i ${days} dager, for å vite hvem som er i huset. Så slettes det.`,
    someone: "Huset",
    arrivedSubject: ({ visitor }: Arrival) => `${visitor} er kommet`,
    arrived: ({ visitor, space, time }: Arrival) => `${visitor} kom til ${space} kl. ${time} og venter på deg ved inngangen.`,
    unexpected: "Besøket var ikke meldt.",
    seeVisits: "Se besøkene dine",
  },
  nn: {
    invitedSubject: ({ space, when }: Visit) => `Velkomen til ${space} ${when}`,
    invited: ({ visited, space, when }: Visit) => `${visited} ventar deg hos ${space} ${when}.`,
    changedSubject: ({ space, when }: Visit) => `Besøket hos ${space} er endra: ${when}`,
    changed: ({ visited, space, when }: Visit) => `Besøket ditt er endra. ${visited} ventar deg hos ${space} ${when}.`,
    cancelledSubject: ({ space, when }: Visit) => `Besøket hos ${space} ${when} er avlyst`,
    cancelled: ({ visited, space, when }: Visit) => `Besøket ditt til ${visited} hos ${space} ${when} er avlyst.`,
    address: (address: string) => `Adresse: ${address}`,
    room: (room: string) => `Rom: ${room}`,
    code: (code: string) =>
      `Skjermen ved inngangen kjenner deg på koden ${code}, eller på namnet ditt. QR-koden ligg ved, og kan skannast der.`,
    kept: (days: number) =>
      `Huset tek vare på namnet ditt og når du kom og gjekk, i ${days} dagar, for å vite kven som er i huset. Så blir det sletta.`,
    someone: "Huset",
    arrivedSubject: ({ visitor }: Arrival) => `${visitor} er komen`,
    arrived: ({ visitor, space, time }: Arrival) => `${visitor} kom til ${space} kl. ${time} og ventar på deg ved inngangen.`,
    unexpected: "Besøket var ikkje meldt.",
    seeVisits: "Sjå besøka dine",
  },
  en: {
    invitedSubject: ({ space, when }: Visit) => `Welcome to ${space} on ${when}`,
    invited: ({ visited, space, when }: Visit) => `${visited} expects you at ${space} on ${when}.`,
    changedSubject: ({ space, when }: Visit) => `Your visit to ${space} has changed: ${when}`,
    changed: ({ visited, space, when }: Visit) => `Your visit has changed. ${visited} expects you at ${space} on ${when}.`,
    cancelledSubject: ({ space, when }: Visit) => `Your visit to ${space} on ${when} is called off`,
    cancelled: ({ visited, space, when }: Visit) => `Your visit to ${visited} at ${space} on ${when} is called off.`,
    address: (address: string) => `Address: ${address}`,
    room: (room: string) => `Room: ${room}`,
    code: (code: string) =>
      `The screen at the entrance knows you by the code ${code}, or by your name. The QR code is attached, and can be scanned there.`,
    kept: (days: number) =>
      `The house keeps your name and when you came and left for ${days} days, to know who is in the building. Then it is erased.`,
    someone: "The house",
    arrivedSubject: ({ visitor }: Arrival) => `${visitor} is here`,
    arrived: ({ visitor, space, time }: Arrival) => `${visitor} came to ${space} at ${time} and waits for you at the entrance.`,
    unexpected: "The visit was not announced.",
    seeVisits: "See your visitors",
  },
});
