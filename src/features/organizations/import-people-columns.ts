import type { ImportColumn, ReasonSentence } from "../../platform/imports/index.ts";
import type { InEveryLanguage } from "../../platform/language/language.ts";
import { erasedPersonReasons, ownOrganizationReasons, personColumns } from "./import-words.ts";
import type { PositionRole } from "./position.ts";

export type PeopleColumn = "name" | "email" | "language" | "organization" | "role" | "title" | "from" | "to";

/** Columns of the people import and of its export. */
export const peopleColumns: readonly ImportColumn<PeopleColumn>[] = [
  { key: "name", ...personColumns.name },
  { key: "email", ...personColumns.email },
  {
    key: "language",
    labels: { nb: "Språk", nn: "Språk", en: "Language" },
    aliases: ["locale"],
    help: {
      nb: "For nye personer: bokmål, nynorsk eller engelsk.",
      nn: "For nye personar: bokmål, nynorsk eller engelsk.",
      en: "For new people: Bokmål, Nynorsk or English.",
    },
    example: { nb: "Bokmål", nn: "Nynorsk", en: "English" },
  },
  {
    key: "organization",
    labels: { nb: "Organisasjon", nn: "Organisasjon", en: "Organization" },
    aliases: ["firma", "selskap", "company"],
    help: {
      nb: "Navn, organisasjonsnummer eller adresseord. Tom: dere selv.",
      nn: "Namn, organisasjonsnummer eller adresseord. Tom: de sjølve.",
      en: "Name, organization number or slug. Empty: yourselves.",
    },
  },
  {
    key: "role",
    labels: { nb: "Rolle", nn: "Rolle", en: "Role" },
    aliases: ["verv"],
    help: {
      nb: "Styreleder, nestleder, kontakt, ansatt eller mentor. Tom: kontakt.",
      nn: "Styreleiar, nestleiar, kontakt, tilsett eller mentor. Tom: kontakt.",
      en: "Board leader, deputy, contact, staff or mentor. Empty: contact.",
    },
    example: { nb: "Kontakt", nn: "Kontakt", en: "Contact" },
  },
  {
    key: "title",
    labels: { nb: "Tittel", nn: "Tittel", en: "Title" },
    aliases: ["stilling"],
    example: { nb: "Daglig leder", nn: "Dagleg leiar", en: "Manager" },
  },
  {
    key: "from",
    labels: { nb: "Fra", nn: "Frå", en: "From" },
    aliases: ["fra dato", "start"],
    help: { nb: "Første dag. Tom: i dag.", nn: "Første dag. Tom: i dag.", en: "First day. Empty: today." },
  },
  {
    key: "to",
    labels: { nb: "Til", nn: "Til", en: "To" },
    aliases: ["til dato", "slutt", "end"],
    help: { nb: "Første dag det ikke gjelder lenger.", nn: "Første dag det ikkje gjeld lenger.", en: "First day it no longer holds." },
  },
];

/** The roles by their words in docs/concepts.md. */
export const roleWords: Record<PositionRole, InEveryLanguage> = {
  owner: { nb: "Eier", nn: "Eigar", en: "Owner" },
  manager: { nb: "Leder", nn: "Leiar", en: "Manager" },
  host: { nb: "Vert", nn: "Vert", en: "Host" },
  member: { nb: "Medlem", nn: "Medlem", en: "Member" },
  coordinator: { nb: "Koordinator", nn: "Koordinator", en: "Coordinator" },
  operator: { nb: "Drift", nn: "Drift", en: "Operator" },
  board_leader: { nb: "Styreleder", nn: "Styreleiar", en: "Board leader" },
  deputy: { nb: "Nestleder", nn: "Nestleiar", en: "Deputy" },
  contact: { nb: "Kontakt", nn: "Kontakt", en: "Contact" },
  staff: { nb: "Ansatt", nn: "Tilsett", en: "Staff" },
  mentor: { nb: "Mentor", nn: "Mentor", en: "Mentor" },
};

type Facts = Record<string, string | number>;

export const peopleReasons: Record<string, InEveryLanguage<ReasonSentence>> = {
  ends_before_start: {
    nb: "Siste dag må komme etter første dag.",
    nn: "Siste dag må kome etter første dag.",
    en: "The last day must come after the first.",
  },
  ...erasedPersonReasons,
  ...ownOrganizationReasons,
  role_not_by_import: {
    nb: "Denne rollen gis ikke ved import. Gi den til én om gangen.",
    nn: "Denne rolla blir ikkje gjeven ved import. Gje ho til éin om gongen.",
    en: "This role is not given by an import. Give it to one person at a time.",
  },
  already_held: {
    nb: ({ from }: Facts) => `Personen har denne rollen her fra før, fra ${from}.`,
    nn: ({ from }: Facts) => `Personen har denne rolla her frå før, frå ${from}.`,
    en: ({ from }: Facts) => `The person already holds this role here, from ${from}.`,
  },
};
