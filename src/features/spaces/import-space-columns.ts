import type { ImportColumn, ReasonSentence } from "../../platform/imports/index.ts";
import { type InEveryLanguage, inAll } from "../../platform/language/language.ts";
import { municipalityReasons, ownOrganizationReasons, placeColumns, slugReasons } from "../organizations/index.ts";

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

/** Columns of the spaces import and of its export. */
export const spaceColumns: readonly ImportColumn<SpaceColumn>[] = [
  {
    key: "name",
    labels: { nb: "Navn", nn: "Namn", en: "Name" },
    aliases: ["hus", "sted", "stad", "space"],
    required: true,
    example: inAll("Nordlyshuset"),
  },
  {
    key: "slug",
    labels: { nb: "Adresseord", nn: "Adresseord", en: "Slug" },
    help: {
      nb: "Huset kjennes igjen på det. Lages av navnet når det står tomt.",
      nn: "Huset blir kjent att på det. Blir laga av namnet når det står tomt.",
      en: "The space is recognised by it. Made from the name when empty.",
    },
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
  },
  { key: "address", ...placeColumns.address },
  { key: "postcode", ...placeColumns.postcode },
  {
    key: "town",
    labels: { nb: "Sted", nn: "Stad", en: "Town" },
    aliases: ["by", "poststed", "city"],
    example: inAll("Tromsø"),
  },
  { key: "municipality", ...placeColumns.municipality, required: true },
  { key: "latitude", ...placeColumns.latitude, required: true },
  { key: "longitude", ...placeColumns.longitude, required: true },
  {
    key: "desks",
    labels: { nb: "Plasser", nn: "Plassar", en: "Desks" },
    aliases: ["antall plasser", "seats"],
    example: inAll("40"),
  },
  {
    key: "contactEmail",
    labels: { nb: "Kontaktadresse", nn: "Kontaktadresse", en: "Contact e-mail" },
    aliases: ["e-post", "epost", "email"],
    example: inAll("hei@nordlys.example"),
  },
  {
    key: "contactPhone",
    labels: { nb: "Telefon", nn: "Telefon", en: "Phone" },
    aliases: ["tlf", "mobil"],
  },
  {
    key: "openedOn",
    labels: { nb: "Åpnet", nn: "Opna", en: "Opened" },
    aliases: ["åpnet dato", "opened on"],
    help: { nb: "Første dag. Tom: i dag.", nn: "Første dag. Tom: i dag.", en: "First day. Empty: today." },
  },
];

type Facts = Record<string, string | number>;

export const spaceReasons: Record<string, InEveryLanguage<ReasonSentence>> = {
  ...municipalityReasons,
  ...ownOrganizationReasons,
  slug_taken: {
    nb: ({ value }: Facts) => `Adresseordet «${value}» er brukt av et hus andre driver.`,
    nn: ({ value }: Facts) => `Adresseordet «${value}» er brukt av eit hus andre driv.`,
    en: ({ value }: Facts) => `The slug “${value}” is used by a space that others run.`,
  },
  ...slugReasons,
  too_many_desks: {
    nb: "Skriv 0 til 100 000 plasser.",
    nn: "Skriv 0 til 100 000 plassar.",
    en: "Write 0 to 100,000 desks.",
  },
};
