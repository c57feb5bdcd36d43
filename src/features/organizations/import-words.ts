import type { ImportColumn, ReasonSentence } from "../../platform/imports/index.ts";
import { type InEveryLanguage, inAll } from "../../platform/language/language.ts";

type Column = Omit<ImportColumn, "key">;
type Reasons = Record<string, InEveryLanguage<ReasonSentence>>;
type Facts = Record<string, string | number>;

/** Where something is, as several imports have it. */
export const placeColumns = {
  address: {
    labels: { nb: "Adresse", nn: "Adresse", en: "Address" },
    aliases: ["gateadresse", "besøksadresse", "street"],
    example: inAll("Storgata 1"),
  },
  postcode: {
    labels: { nb: "Postnummer", nn: "Postnummer", en: "Postcode" },
    aliases: ["postnr", "zip"],
    example: inAll("9008"),
  },
  municipality: {
    labels: { nb: "Kommune", nn: "Kommune", en: "Municipality" },
    aliases: ["kommunenummer", "kommunenr", "municipality number"],
    help: { nb: "Nummer eller navn.", nn: "Nummer eller namn.", en: "Number or name." },
    example: inAll("Tromsø"),
  },
  latitude: {
    labels: { nb: "Breddegrad", nn: "Breiddegrad", en: "Latitude" },
    aliases: ["lat"],
    example: { nb: "69,6496", nn: "69,6496", en: "69.6496" },
  },
  longitude: {
    labels: { nb: "Lengdegrad", nn: "Lengdegrad", en: "Longitude" },
    aliases: ["lon", "lng", "long"],
    example: { nb: "18,956", nn: "18,956", en: "18.956" },
  },
} satisfies Record<string, Column>;

/** Who somebody is, as several imports have it. */
export const personColumns = {
  name: {
    labels: { nb: "Navn", nn: "Namn", en: "Name" },
    aliases: ["fullt navn", "medlem", "full name", "member"],
    help: {
      nb: "For nye personer. Den som er kjent fra før, beholder navnet sitt.",
      nn: "For nye personar. Den som er kjend frå før, held på namnet sitt.",
      en: "For new people. Somebody already known keeps their name.",
    },
    example: inAll("Amina Larsen"),
  },
  email: {
    labels: { nb: "E-post", nn: "E-post", en: "E-mail" },
    aliases: ["e-postadresse", "epostadresse", "e-mail address", "mail"],
    required: true,
    help: { nb: "Personen kjennes igjen på adressen.", nn: "Personen blir kjend att på adressa.", en: "The person is recognised by it." },
    example: inAll("amina@firma.example"),
  },
} satisfies Record<string, Column>;

/** A company by its number. */
export const organizationNumberColumn = {
  labels: { nb: "Organisasjonsnummer", nn: "Organisasjonsnummer", en: "Organization number" },
  aliases: ["orgnr", "org.nr.", "org nr", "orgnummer", "org number"],
} satisfies Column;

export const municipalityReasons = {
  unknown_municipality: {
    nb: ({ value }: Facts) => `Ingen kommune i dag har nummeret eller navnet «${value}».`,
    nn: ({ value }: Facts) => `Ingen kommune i dag har nummeret eller namnet «${value}».`,
    en: ({ value }: Facts) => `No municipality today has the number or name “${value}”.`,
  },
  ambiguous_municipality: {
    nb: ({ value }: Facts) => `Flere kommuner heter «${value}». Skriv nummeret.`,
    nn: ({ value }: Facts) => `Fleire kommunar heiter «${value}». Skriv nummeret.`,
    en: ({ value }: Facts) => `Several municipalities are called “${value}”. Write the number.`,
  },
} satisfies Reasons;

/** Against an organization that is not the importer's own to write of. */
export const ownOrganizationReasons = {
  unknown_organization: {
    nb: ({ value }: Facts) => `«${value}» er ikke dere selv, og ikke en organisasjon dere har ansvaret for.`,
    nn: ({ value }: Facts) => `«${value}» er ikkje de sjølve, og ikkje ein organisasjon de har ansvaret for.`,
    en: ({ value }: Facts) => `“${value}” is neither you nor an organization you look after.`,
  },
  ambiguous_organization: {
    nb: ({ value }: Facts) => `Flere organisasjoner heter «${value}». Skriv organisasjonsnummeret.`,
    nn: ({ value }: Facts) => `Fleire organisasjonar heiter «${value}». Skriv organisasjonsnummeret.`,
    en: ({ value }: Facts) => `Several organizations are called “${value}”. Write the organization number.`,
  },
} satisfies Reasons;

export const slugReasons = {
  not_a_slug: {
    nb: ({ value }: Facts) => `«${value}» er ikke et adresseord. Bruk små bokstaver a–z, tall og bindestrek.`,
    nn: ({ value }: Facts) => `«${value}» er ikkje eit adresseord. Bruk små bokstavar a–z, tal og bindestrek.`,
    en: ({ value }: Facts) => `“${value}” is not a slug. Use small letters a–z, digits and hyphens.`,
  },
} satisfies Reasons;

export const erasedPersonReasons = {
  person_erased: {
    nb: ({ value }: Facts) => `Personen med adressen ${value} er slettet, og kan ikke legges inn igjen slik.`,
    nn: ({ value }: Facts) => `Personen med adressa ${value} er sletta, og kan ikkje leggjast inn att slik.`,
    en: ({ value }: Facts) => `The person with the address ${value} has been erased and cannot be added again this way.`,
  },
} satisfies Reasons;
