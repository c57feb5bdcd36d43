import { writtenMoment } from "../../platform/language/written-moment.ts";
import { defineRefusals } from "../../platform/refusal/refusal.ts";

type At = { at: Temporal.Instant; timeZone: string };

/** What calls and applying do not allow. */
export const callRefusals = defineRefusals("call", {
  closesBeforeOpening: {
    status: 400,
    constraint: "calls_window",
    texts: {
      nb: "Fristen må komme etter at utlysningen åpner.",
      nn: "Fristen må kome etter at utlysinga opnar.",
      en: "The deadline must come after the call opens.",
    },
  },
  formFrozen: {
    status: 409,
    texts: {
      nb: "Noen har levert, så slaget, spørsmålene og reglene for hvem som kan søke, står fast.",
      nn: "Nokon har levert, så slaget, spørsmåla og reglane for kven som kan søkje, står fast.",
      en: "Somebody has delivered, so the kind, the questions and the rules for who may apply stand.",
    },
  },
  alreadyPublished: {
    status: 409,
    texts: {
      nb: "Utlysningen er kunngjort, og kan ikke bli et utkast igjen.",
      nn: "Utlysinga er kunngjord, og kan ikkje bli eit utkast igjen.",
      en: "The call has been published, and cannot be a draft again.",
    },
  },
  deadlineNotEarlier: {
    status: 409,
    texts: {
      nb: "Folk skriver etter fristen som er kunngjort. Den kan flyttes fram i tid, ikke tilbake.",
      nn: "Folk skriv etter fristen som er kunngjord. Han kan flyttast fram i tid, ikkje tilbake.",
      en: "People write to the deadline that was published. It can be moved later, not earlier.",
    },
  },
  hasOpened: {
    status: 409,
    texts: {
      nb: "Utlysningen har åpnet, og folk er i gang med å skrive. Tidspunktet den åpnet, står fast.",
      nn: "Utlysinga har opna, og folk er i gang med å skrive. Tidspunktet ho opna, står fast.",
      en: "The call has opened, and people have begun to write. The time it opened stands.",
    },
  },
  voteHasOpened: {
    status: 409,
    texts: {
      nb: "Publikum har begynt å stemme, så arrangementet de stemmer på, står fast.",
      nn: "Publikum har byrja å røyste, så arrangementet dei røystar på, står fast.",
      en: "The audience has begun to vote, so the event they vote at stands.",
    },
  },
  notOpenYet: {
    status: 409,
    texts: {
      nb: (d: At) => `Du kan søke fra ${writtenMoment(d.at, d.timeZone, "nb")}.`,
      nn: (d: At) => `Du kan søkje frå ${writtenMoment(d.at, d.timeZone, "nn")}.`,
      en: (d: At) => `You can apply from ${writtenMoment(d.at, d.timeZone, "en")}.`,
    },
  },
  deadlinePassed: {
    status: 409,
    texts: {
      nb: (d: At) => `Fristen var ${writtenMoment(d.at, d.timeZone, "nb")}. Det du leverte før det, står.`,
      nn: (d: At) => `Fristen var ${writtenMoment(d.at, d.timeZone, "nn")}. Det du leverte før det, står.`,
      en: (d: At) => `The deadline was ${writtenMoment(d.at, d.timeZone, "en")}. What you delivered before it stands.`,
    },
  },
  wrongAnswer: {
    status: 400,
    texts: {
      nb: "Et svar passer ikke til spørsmålet.",
      nn: "Eit svar passar ikkje til spørsmålet.",
      en: "An answer does not fit its question.",
    },
  },
  incomplete: {
    status: 409,
    texts: {
      nb: "Noe mangler før søknaden kan leveres. Det du har skrevet, er lagret.",
      nn: "Noko manglar før søknaden kan leverast. Det du har skrive, er lagra.",
      en: "Something is missing before the application can be delivered. What you have written is saved.",
    },
  },
  notEligible: {
    status: 409,
    texts: {
      nb: "Reglene for hvem som kan søke, slipper ikke denne organisasjonen inn.",
      nn: "Reglane for kven som kan søkje, slepper ikkje denne organisasjonen inn.",
      en: "The rules for who may apply do not let this organization in.",
    },
  },
  withdrawn: {
    status: 409,
    texts: { nb: "Søknaden er trukket.", nn: "Søknaden er trekt.", en: "The application has been withdrawn." },
  },
  beingJudged: {
    status: 409,
    texts: {
      nb: "Juryen har begynt å lese, så søknaden står som den ble levert.",
      nn: "Juryen har byrja å lese, så søknaden står slik han vart levert.",
      en: "The jury has begun to read, so the application stands as it was delivered.",
    },
  },
  decided: {
    status: 409,
    texts: { nb: "Søknaden er avgjort.", nn: "Søknaden er avgjord.", en: "The application has been decided." },
  },
  tooManyDrafts: {
    status: 409,
    texts: {
      nb: (d: { most: number }) => `Du har ${d.most} søknader her alt. Skriv videre på en av dem.`,
      nn: (d: { most: number }) => `Du har ${d.most} søknader her alt. Skriv vidare på ein av dei.`,
      en: (d: { most: number }) => `You have ${d.most} applications here already. Go on with one of them.`,
    },
  },
  fileTooLarge: {
    status: 413,
    texts: {
      nb: (d: { megabytes: number }) => `Fila er for stor. Den kan være på høyst ${d.megabytes} MB.`,
      nn: (d: { megabytes: number }) => `Fila er for stor. Ho kan vere på høgst ${d.megabytes} MB.`,
      en: (d: { megabytes: number }) => `The file is too large. It may have at most ${d.megabytes} MB.`,
    },
  },
  wrongFile: {
    status: 415,
    texts: {
      nb: "Fila kan være PDF, bilde (JPEG, PNG, WebP), Word, Excel eller PowerPoint.",
      nn: "Fila kan vere PDF, bilete (JPEG, PNG, WebP), Word, Excel eller PowerPoint.",
      en: "The file may be a PDF, a picture (JPEG, PNG, WebP), Word, Excel or PowerPoint.",
    },
  },
});
