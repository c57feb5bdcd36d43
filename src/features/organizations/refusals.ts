import { defineRefusals } from "../../platform/refusal/refusal.ts";

export const organizationRefusals = defineRefusals("organization", {
  slugTaken: {
    status: 409,
    constraint: "organizations_slug",
    texts: {
      nb: "Adressen er brukt av en annen organisasjon. Velg en annen.",
      nn: "Adressa er brukt av ein annan organisasjon. Vel ei anna.",
      en: "Another organization uses this address. Choose another.",
    },
  },
  numberTaken: {
    status: 409,
    constraint: "organizations_number",
    texts: {
      nb: "Organisasjonsnummeret er alt i bruk her. Søk det opp i stedet for å legge det inn på nytt.",
      nn: "Organisasjonsnummeret er alt i bruk her. Søk det opp i staden for å leggje det inn på nytt.",
      en: "This organization number is already here. Look it up instead of adding it again.",
    },
  },
  wrongNumber: {
    status: 422,
    texts: {
      nb: "Organisasjonsnummeret stemmer ikke. Det har ni siffer; se om to har byttet plass.",
      nn: "Organisasjonsnummeret stemmer ikkje. Det har ni siffer; sjå om to har bytt plass.",
      en: "The organization number is not right. It has nine digits; see whether two have changed places.",
    },
  },
  nameNeeded: {
    status: 422,
    texts: {
      nb: "Vi fikk ikke navnet fra Enhetsregisteret. Skriv det selv, så går det an å lagre.",
      nn: "Vi fekk ikkje namnet frå Einingsregisteret. Skriv det sjølv, så går det an å lagre.",
      en: "We did not get the name from the register. Write it yourself, and it can be saved.",
    },
  },
  municipalityUnknown: {
    status: 422,
    texts: {
      nb: "Kommunenummeret finnes ikke i dag. Skriv fire siffer, for eksempel 0301 for Oslo.",
      nn: "Kommunenummeret finst ikkje i dag. Skriv fire siffer, til dømes 0301 for Oslo.",
      en: "No municipality has this number today. Write four digits, for example 0301 for Oslo.",
    },
  },
  registerAway: {
    status: 503,
    texts: {
      nb: "Enhetsregisteret svarer ikke nå. Det vi hadde fra før, står.",
      nn: "Einingsregisteret svarar ikkje no. Det vi hadde frå før, står.",
      en: "The register does not answer now. What we had before still stands.",
    },
  },
  noNumber: {
    status: 422,
    texts: {
      nb: "Legg inn organisasjonsnummeret først.",
      nn: "Legg inn organisasjonsnummeret først.",
      en: "Enter the organization number first.",
    },
  },
  alreadyHeld: {
    status: 409,
    constraint: "positions_no_overlap",
    texts: {
      nb: "Personen har denne rollen her fra før i den tiden.",
      nn: "Personen har denne rolla her frå før i den tida.",
      en: "The person already holds this role here at that time.",
    },
  },
  endsBeforeItStarts: {
    status: 422,
    texts: {
      nb: "Siste dag må komme etter første dag.",
      nn: "Siste dag må kome etter første dag.",
      en: "The last day must come after the first.",
    },
  },
  lastOwner: {
    status: 409,
    texts: {
      nb: "Den siste eieren kan ikke gå. Gjør noen andre til eier først.",
      nn: "Den siste eigaren kan ikkje gå. Gjer nokon andre til eigar først.",
      en: "The last owner cannot leave. Make somebody else an owner first.",
    },
  },
  lastOperator: {
    status: 409,
    texts: {
      nb: "Noen må drive installasjonen. Gjør noen andre til drift først.",
      nn: "Nokon må drive installasjonen. Gjer nokon andre til drift først.",
      en: "Somebody must run the installation. Make somebody else an operator first.",
    },
  },
  notANetwork: {
    status: 422,
    texts: {
      nb: "Bare et nettverk har koordinator.",
      nn: "Berre eit nettverk har koordinator.",
      en: "Only a network has a coordinator.",
    },
  },
  notALogo: {
    status: 415,
    texts: {
      nb: "Fila er ikke et bilde vi kan lese. Bruk PNG, JPEG eller WebP; en SVG må lagres som PNG først.",
      nn: "Fila er ikkje eit bilete vi kan lese. Bruk PNG, JPEG eller WebP; ein SVG må lagrast som PNG først.",
      en: "The file is not a picture we can read. Use PNG, JPEG or WebP; save an SVG as PNG first.",
    },
  },
  logoTooLarge: {
    status: 413,
    texts: {
      nb: (details: { megabytes: number; megapixels: number }) =>
        `Logoen er for stor. Den kan ha ${details.megabytes} MB og ${details.megapixels} millioner bildepunkter.`,
      nn: (details: { megabytes: number; megapixels: number }) =>
        `Logoen er for stor. Han kan ha ${details.megabytes} MB og ${details.megapixels} millionar biletpunkt.`,
      en: (details: { megabytes: number; megapixels: number }) =>
        `The logo is too large. It may have ${details.megabytes} MB and ${details.megapixels} million pixels.`,
    },
  },
  colourOfNetworks: {
    status: 422,
    texts: {
      nb: "Bare et nettverk eller en klynge har sin egen farge.",
      nn: "Berre eit nettverk eller ei klynge har sin eigen farge.",
      en: "Only a network or a cluster has a colour of its own.",
    },
  },
  emailTaken: {
    status: 409,
    constraint: "people_email",
    texts: {
      nb: "En annen person har denne e-postadressen.",
      nn: "Ein annan person har denne e-postadressa.",
      en: "Another person has this e-mail address.",
    },
  },
  wrongCode: {
    status: 403,
    texts: {
      nb: "Koden stemmer ikke. Den ble skrevet ut da programmet startet; en ny start gir en ny kode.",
      nn: "Koden stemmer ikkje. Han vart skriven ut då programmet starta; ein ny start gjev ein ny kode.",
      en: "The code is not right. It was printed when the program started; a new start gives a new code.",
    },
  },
});
