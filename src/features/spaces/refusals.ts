import { defineRefusals } from "../../platform/refusal/refusal.ts";

export const spaceRefusals = defineRefusals("space", {
  slugTaken: {
    status: 409,
    constraint: "spaces_slug",
    texts: {
      nb: "Adressen er brukt av et annet hus. Velg en annen.",
      nn: "Adressa er brukt av eit anna hus. Vel ei anna.",
      en: "Another space uses this address. Choose another.",
    },
  },
  unknownMunicipality: {
    status: 422,
    texts: {
      nb: (details: { number: string }) => `Ingen kommune hadde nummeret ${details.number} den dagen.`,
      nn: (details: { number: string }) => `Ingen kommune hadde nummeret ${details.number} den dagen.`,
      en: (details: { number: string }) => `No municipality had the number ${details.number} on that day.`,
    },
  },
  hoursOverlap: {
    status: 422,
    constraint: "opening_hours_no_overlap",
    texts: {
      nb: "To åpningstider samme dag overlapper. La den ene slutte før den andre begynner.",
      nn: "To opningstider same dagen overlappar. Lat den eine slutte før den andre byrjar.",
      en: "Two opening times on the same day overlap. Let one end before the other begins.",
    },
  },
  closesBeforeOpening: {
    status: 422,
    constraint: "opening_hours_order",
    texts: {
      nb: "Stengetida må være seinere enn åpningstida. En natt deles ved 24:00.",
      nn: "Stengjetida må vere seinare enn opningstida. Ei natt blir delt ved 24:00.",
      en: "The closing time must be later than the opening time. A night is split at 24:00.",
    },
  },
  exceptionClosesBeforeOpening: {
    status: 422,
    constraint: "opening_exceptions_order",
    texts: {
      nb: "Skriv både når dere åpner og når dere stenger, i den rekkefølgen, eller la begge stå tomme: da er det stengt.",
      nn: "Skriv både når de opnar og når de stengjer, i den rekkjefølgja, eller lat begge stå tomme: då er det stengt.",
      en: "Write both when you open and when you close, in that order, or leave both empty: then it is closed.",
    },
  },
  pastDay: {
    status: 422,
    texts: {
      nb: "Dagen er over. Det som var, endres ikke.",
      nn: "Dagen er over. Det som var, blir ikkje endra.",
      en: "The day is over. What was is not changed.",
    },
  },
  textMissing: {
    status: 422,
    texts: {
      nb: "Skriv teksten på minst ett språk.",
      nn: "Skriv teksten på minst eitt språk.",
      en: "Write the text in at least one language.",
    },
  },
  rulesReplaced: {
    status: 409,
    texts: {
      nb: (details: { current: number }) => `Husreglene er endret siden. Les versjon ${details.current} før du sier ja.`,
      nn: (details: { current: number }) => `Husreglane er endra sidan. Les versjon ${details.current} før du seier ja.`,
      en: (details: { current: number }) => `The house rules have changed since. Read version ${details.current} before you agree.`,
    },
  },
  unknownDuty: {
    status: 422,
    texts: {
      nb: "En av linjene hører ikke til dette huset. Hent lista på nytt.",
      nn: "Ei av linjene høyrer ikkje til dette huset. Hent lista på nytt.",
      en: "One of the lines does not belong to this space. Load the list again.",
    },
  },
  noContact: {
    status: 422,
    texts: {
      nb: "Det er ingen kontakt å bekrefte ennå. Skriv en adresse eller et nummer først.",
      nn: "Det er ingen kontakt å stadfeste enno. Skriv ei adresse eller eit nummer først.",
      en: "There is no contact to confirm yet. Write an address or a number first.",
    },
  },
  notAPhoto: {
    status: 415,
    texts: {
      nb: "Fila er ikke et bilde vi kan lese. Bruk JPEG, PNG eller WebP.",
      nn: "Fila er ikkje eit bilete vi kan lese. Bruk JPEG, PNG eller WebP.",
      en: "The file is not a picture we can read. Use JPEG, PNG or WebP.",
    },
  },
  photoTooLarge: {
    status: 413,
    texts: {
      nb: (details: { megabytes: number; megapixels: number }) =>
        `Bildet er for stort. Det kan ha ${details.megabytes} MB og ${details.megapixels} millioner bildepunkter.`,
      nn: (details: { megabytes: number; megapixels: number }) =>
        `Biletet er for stort. Det kan ha ${details.megabytes} MB og ${details.megapixels} millionar biletpunkt.`,
      en: (details: { megabytes: number; megapixels: number }) =>
        `The picture is too large. It may have ${details.megabytes} MB and ${details.megapixels} million pixels.`,
    },
  },
  tooManyPhotos: {
    status: 409,
    texts: {
      nb: (details: { most: number }) => `Huset har ${details.most} bilder alt. Ta bort ett før du legger til et nytt.`,
      nn: (details: { most: number }) => `Huset har ${details.most} bilete alt. Ta bort eitt før du legg til eit nytt.`,
      en: (details: { most: number }) => `The space already has ${details.most} photos. Remove one before you add another.`,
    },
  },
  photosChanged: {
    status: 409,
    texts: {
      nb: "Bildene er endret siden du hentet lista. Hent den på nytt.",
      nn: "Bileta er endra sidan du henta lista. Hent ho på nytt.",
      en: "The photos have changed since you loaded the list. Load it again.",
    },
  },
});
