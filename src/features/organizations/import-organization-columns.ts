import type { ImportColumn, ReasonSentence } from "../../platform/imports/index.ts";
import { type InEveryLanguage, inAll } from "../../platform/language/language.ts";
import { municipalityReasons, organizationNumberColumn, placeColumns, slugReasons } from "./import-words.ts";
import type { OrganizationKind } from "./organization.ts";

export type OrganizationColumn =
  | "name"
  | "organizationNumber"
  | "slug"
  | "kinds"
  | "website"
  | "address"
  | "postcode"
  | "municipality"
  | "latitude"
  | "longitude"
  | "contactEmail"
  | "foundedOn";

/** Columns of the organizations import and of its export. */
export const organizationColumns: readonly ImportColumn<OrganizationColumn>[] = [
  {
    key: "name",
    labels: { nb: "Navn", nn: "Namn", en: "Name" },
    aliases: ["organisasjon", "firma", "selskap", "bedrift", "company"],
    required: true,
    example: inAll("Nordlys AS"),
  },
  {
    key: "organizationNumber",
    ...organizationNumberColumn,
    help: {
      nb: "Ni siffer. Organisasjonen kjennes igjen på det.",
      nn: "Ni siffer. Organisasjonen blir kjend att på det.",
      en: "Nine digits. The organization is recognised by it.",
    },
  },
  {
    key: "slug",
    labels: { nb: "Adresseord", nn: "Adresseord", en: "Slug" },
    help: {
      nb: "Små bokstaver a–z, tall og bindestrek. Lages av navnet når det står tomt.",
      nn: "Små bokstavar a–z, tal og bindestrek. Blir laga av namnet når det står tomt.",
      en: "Small letters a–z, digits and hyphens. Made from the name when empty.",
    },
  },
  {
    key: "kinds",
    labels: { nb: "Slag", nn: "Slag", en: "Kinds" },
    aliases: ["type", "kind"],
    help: {
      nb: "Flere med komma mellom. Tom: selskap.",
      nn: "Fleire med komma mellom. Tom: selskap.",
      en: "Several with commas between. Empty: company.",
    },
    example: { nb: "Selskap", nn: "Selskap", en: "Company" },
  },
  {
    key: "website",
    labels: { nb: "Nettsted", nn: "Nettstad", en: "Website" },
    aliases: ["nettside", "hjemmeside", "heimeside", "url", "web"],
    example: inAll("https://nordlys.example"),
  },
  { key: "address", ...placeColumns.address },
  { key: "postcode", ...placeColumns.postcode },
  { key: "municipality", ...placeColumns.municipality },
  { key: "latitude", ...placeColumns.latitude },
  { key: "longitude", ...placeColumns.longitude },
  {
    key: "contactEmail",
    labels: { nb: "Kontaktadresse", nn: "Kontaktadresse", en: "Contact e-mail" },
    aliases: ["e-post", "epost", "email", "kontakt e-post"],
    example: inAll("post@nordlys.example"),
  },
  {
    key: "foundedOn",
    labels: { nb: "Stiftet", nn: "Stifta", en: "Founded" },
    aliases: ["stiftelsesdato", "founded on"],
  },
];

/** The kinds by their words in docs/concepts.md. */
export const kindWords: Record<OrganizationKind, InEveryLanguage> = {
  space_operator: { nb: "Driver av hus", nn: "Driv hus", en: "Space operator" },
  company: { nb: "Selskap", nn: "Selskap", en: "Company" },
  startup: { nb: "Oppstartsselskap", nn: "Oppstartsselskap", en: "Startup" },
  municipality: { nb: "Kommune", nn: "Kommune", en: "Municipality" },
  county: { nb: "Fylkeskommune", nn: "Fylkeskommune", en: "County" },
  network: { nb: "Nettverk", nn: "Nettverk", en: "Network" },
  cluster: { nb: "Klynge", nn: "Klynge", en: "Cluster" },
  investor: { nb: "Investor", nn: "Investor", en: "Investor" },
  funder: { nb: "Finansiør", nn: "Finansiør", en: "Funder" },
  research: { nb: "Forskning", nn: "Forsking", en: "Research" },
  public_agency: { nb: "Offentlig etat", nn: "Offentleg etat", en: "Public agency" },
};

type Facts = Record<string, string | number>;

export const organizationReasons: Record<string, InEveryLanguage<ReasonSentence>> = {
  ...municipalityReasons,
  coordinates_incomplete: {
    nb: "Skriv både breddegrad og lengdegrad, eller ingen av dem.",
    nn: "Skriv både breiddegrad og lengdegrad, eller ingen av dei.",
    en: "Write both latitude and longitude, or neither.",
  },
  ...slugReasons,
  not_a_website: {
    nb: ({ value }: Facts) => `«${value}» er ikke en nettadresse. Skriv for eksempel https://huset.example.`,
    nn: ({ value }: Facts) => `«${value}» er ikkje ei nettadresse. Skriv til dømes https://huset.example.`,
    en: ({ value }: Facts) => `“${value}” is not a web address. Write for example https://house.example.`,
  },
  kept_by_others: {
    nb: ({ value }: Facts) => `${value} er her fra før, og andre har ansvaret.`,
    nn: ({ value }: Facts) => `${value} er her frå før, og andre har ansvaret.`,
    en: ({ value }: Facts) => `${value} is here already, and others look after it.`,
  },
  number_differs: {
    nb: ({ value }: Facts) => `Organisasjonen er her fra før med nummeret ${value}.`,
    nn: ({ value }: Facts) => `Organisasjonen er her frå før med nummeret ${value}.`,
    en: ({ value }: Facts) => `The organization is here already with the number ${value}.`,
  },
  kind_not_allowed: {
    nb: "Bare drift kan legge til et nettverk.",
    nn: "Berre drift kan leggje til eit nettverk.",
    en: "Only an operator can add a network.",
  },
};
