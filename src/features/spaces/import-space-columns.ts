import type { ImportColumn, ReasonSentence } from "../../platform/imports/index.ts";
import type { InEveryLanguage } from "../../platform/language/language.ts";

export type SpaceColumn =
  | "name"
  | "slug"
  | "organization"
  | "address"
  | "postcode"
  | "town"
  | "municipality"
  | "latitude"
  | "longitude"
  | "desks"
  | "contactEmail"
  | "contactPhone"
  | "openedOn";

const same = (text: string) => ({ nb: text, nn: text, en: text });
const nothing = same("");

/** Columns of the spaces import and of its export. */
export const spaceColumns: readonly ImportColumn<SpaceColumn>[] = [
  {
    key: "name",
    labels: { nb: "Navn", nn: "Namn", en: "Name" },
    aliases: ["hus", "sted", "stad", "space"],
    required: true,
    help: nothing,
    example: same("Nordlyshuset"),
  },
  {
    key: "slug",
    labels: { nb: "Adresseord", nn: "Adresseord", en: "Slug" },
    help: {
      nb: "Huset kjennes igjen på det. Lages av navnet når det står tomt.",
      nn: "Huset blir kjent att på det. Blir laga av namnet når det står tomt.",
      en: "The space is recognised by it. Made from the name when empty.",
    },
    example: nothing,
  },
  {
    key: "organization",
    labels: { nb: "Organisasjon", nn: "Organisasjon", en: "Organization" },
    aliases: ["driver", "drives av", "operator"],
    help: {
      nb: "Den som driver huset: navn, organisasjonsnummer eller adresseord. Tom: dere selv.",
      nn: "Den som driv huset: namn, organisasjonsnummer eller adresseord. Tom: de sjølve.",
      en: "Who runs it: name, organization number or slug. Empty: yourselves.",
    },
    example: nothing,
  },
  {
    key: "address",
    labels: { nb: "Adresse", nn: "Adresse", en: "Address" },
    aliases: ["gateadresse", "besøksadresse"],
    help: nothing,
    example: same("Storgata 1"),
  },
  {
    key: "postcode",
    labels: { nb: "Postnummer", nn: "Postnummer", en: "Postcode" },
    aliases: ["postnr", "zip"],
    help: nothing,
    example: same("9008"),
  },
  {
    key: "town",
    labels: { nb: "Sted", nn: "Stad", en: "Town" },
    aliases: ["by", "poststed", "city"],
    help: nothing,
    example: same("Tromsø"),
  },
  {
    key: "municipality",
    labels: { nb: "Kommune", nn: "Kommune", en: "Municipality" },
    aliases: ["kommunenummer", "kommunenr", "municipality number"],
    required: true,
    help: { nb: "Nummer eller navn.", nn: "Nummer eller namn.", en: "Number or name." },
    example: same("Tromsø"),
  },
  {
    key: "latitude",
    labels: { nb: "Breddegrad", nn: "Breiddegrad", en: "Latitude" },
    aliases: ["lat"],
    required: true,
    help: nothing,
    example: { nb: "69,6496", nn: "69,6496", en: "69.6496" },
  },
  {
    key: "longitude",
    labels: { nb: "Lengdegrad", nn: "Lengdegrad", en: "Longitude" },
    aliases: ["lon", "lng", "long"],
    required: true,
    help: nothing,
    example: { nb: "18,956", nn: "18,956", en: "18.956" },
  },
  {
    key: "desks",
    labels: { nb: "Plasser", nn: "Plassar", en: "Desks" },
    aliases: ["antall plasser", "seats"],
    help: nothing,
    example: same("40"),
  },
  {
    key: "contactEmail",
    labels: { nb: "Kontaktadresse", nn: "Kontaktadresse", en: "Contact e-mail" },
    aliases: ["e-post", "epost", "email"],
    help: nothing,
    example: same("hei@nordlys.example"),
  },
  {
    key: "contactPhone",
    labels: { nb: "Telefon", nn: "Telefon", en: "Phone" },
    aliases: ["tlf", "mobil"],
    help: nothing,
    example: nothing,
  },
  {
    key: "openedOn",
    labels: { nb: "Åpnet", nn: "Opna", en: "Opened" },
    aliases: ["åpnet dato", "opened on"],
    help: { nb: "Første dag. Tom: i dag.", nn: "Første dag. Tom: i dag.", en: "First day. Empty: today." },
    example: nothing,
  },
];

type Facts = Record<string, string | number>;

export const spaceReasons: Record<string, InEveryLanguage<ReasonSentence>> = {
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
  slug_taken: {
    nb: ({ value }: Facts) => `Adresseordet «${value}» er brukt av et hus andre driver.`,
    nn: ({ value }: Facts) => `Adresseordet «${value}» er brukt av eit hus andre driv.`,
    en: ({ value }: Facts) => `The slug “${value}” is used by a space that others run.`,
  },
  not_a_slug: {
    nb: ({ value }: Facts) => `«${value}» er ikke et adresseord. Bruk små bokstaver a–z, tall og bindestrek.`,
    nn: ({ value }: Facts) => `«${value}» er ikkje eit adresseord. Bruk små bokstavar a–z, tal og bindestrek.`,
    en: ({ value }: Facts) => `“${value}” is not a slug. Use small letters a–z, digits and hyphens.`,
  },
  too_many_desks: {
    nb: "Skriv 0 til 100 000 plasser.",
    nn: "Skriv 0 til 100 000 plassar.",
    en: "Write 0 to 100,000 desks.",
  },
};
