import type { ImportColumn, ReasonSentence } from "../../platform/imports/index.ts";
import type { InEveryLanguage, Language } from "../../platform/language/language.ts";
import { writtenDate } from "../../platform/language/written-day.ts";
import { erasedPersonReasons, personColumns } from "../organizations/index.ts";

export type MemberColumn = "name" | "email" | "plan" | "from" | "to" | "company";

/** Columns of the members import; the keys are the names other programs use. */
export const memberColumns: readonly ImportColumn<MemberColumn>[] = [
  { key: "name", ...personColumns.name },
  { key: "email", ...personColumns.email },
  {
    key: "plan",
    labels: { nb: "Plan", nn: "Plan", en: "Plan" },
    aliases: ["medlemskap", "medlemstype", "abonnement", "membership"],
    help: {
      nb: "Fleksplass, fast plass, lagplass, eller deres eget ord.",
      nn: "Fleksplass, fast plass, lagplass, eller dykkar eige ord.",
      en: "Flex, fixed desk, team, or a word of your own.",
    },
    example: { nb: "Fleksplass", nn: "Fleksplass", en: "Flex" },
  },
  {
    key: "from",
    labels: { nb: "Fra", nn: "Frå", en: "From" },
    aliases: ["fra dato", "startdato", "medlem fra", "innmeldt", "start", "start date"],
    required: true,
    help: { nb: "Første dag som medlem.", nn: "Første dag som medlem.", en: "First day as a member." },
    example: { nb: "01.01.2026", nn: "01.01.2026", en: "2026-01-01" },
  },
  {
    key: "to",
    labels: { nb: "Til", nn: "Til", en: "To" },
    aliases: ["til dato", "sluttdato", "medlem til", "utmeldt", "slutt", "end", "end date"],
    help: {
      nb: "Første dag uten medlemskap. Tom: inntil videre.",
      nn: "Første dag utan medlemskap. Tom: inntil vidare.",
      en: "First day without membership. Empty: until further notice.",
    },
  },
  {
    key: "company",
    labels: { nb: "Selskap", nn: "Selskap", en: "Company" },
    aliases: ["firma", "bedrift", "organisasjon", "arbeidsgiver"],
    help: {
      nb: "Når selskapet er medlem og personen hører til der: navn, organisasjonsnummer eller adresseord.",
      nn: "Når selskapet er medlem og personen høyrer til der: namn, organisasjonsnummer eller adresseord.",
      en: "When the company is the member and the person belongs to it: name, organization number or slug.",
    },
  },
];

/** The plans that have a word of their own; others are kept as they are written. */
export const knownPlans = [
  { key: "flex", labels: { nb: "Fleksplass", nn: "Fleksplass", en: "Flex" }, aliases: ["fleks", "flexi", "hot desk"] },
  { key: "fixed_desk", labels: { nb: "Fast plass", nn: "Fast plass", en: "Fixed desk" }, aliases: ["fast", "fixed", "dedicated desk"] },
  { key: "team", labels: { nb: "Lagplass", nn: "Lagplass", en: "Team" }, aliases: ["lag", "kontor", "office"] },
] as const;

type Facts = Record<string, string | number>;

export const memberReasons: Record<string, InEveryLanguage<ReasonSentence>> = {
  ends_before_start: {
    nb: "Sluttdagen må være seinere enn den første dagen.",
    nn: "Sluttdagen må vere seinare enn den første dagen.",
    en: "The end must be later than the first day.",
  },
  ...erasedPersonReasons,
  overlaps: {
    nb: ({ from, to }: Facts) =>
      `Overlapper et medlemskap fra ${written(from, "nb")}${to ? ` til ${written(to, "nb")}` : ", som ikke har noen slutt"}.`,
    nn: ({ from, to }: Facts) =>
      `Overlappar ein medlemskap frå ${written(from, "nn")}${to ? ` til ${written(to, "nn")}` : ", som ikkje har nokon slutt"}.`,
    en: ({ from, to }: Facts) =>
      `Overlaps a membership from ${written(from, "en")}${to ? ` to ${written(to, "en")}` : ", which has no end"}.`,
  },
  overlaps_row: {
    nb: ({ row }: Facts) => `Overlapper medlemskapet i rad ${row}.`,
    nn: ({ row }: Facts) => `Overlappar medlemskapen i rad ${row}.`,
    en: ({ row }: Facts) => `Overlaps the membership in row ${row}.`,
  },
  company_unknown: {
    nb: ({ value }: Facts) => `Ingen av medlemmene deres har organisasjonsnummeret ${value}. Legg selskapet til som medlem først.`,
    nn: ({ value }: Facts) => `Ingen av medlemene dykkar har organisasjonsnummeret ${value}. Legg selskapet til som medlem først.`,
    en: ({ value }: Facts) => `None of your members has the organization number ${value}. Add the company as a member first.`,
  },
  company_ambiguous: {
    nb: ({ value }: Facts) => `Flere av medlemmene deres heter «${value}». Skriv organisasjonsnummeret.`,
    nn: ({ value }: Facts) => `Fleire av medlemene dykkar heiter «${value}». Skriv organisasjonsnummeret.`,
    en: ({ value }: Facts) => `Several of your members are called “${value}”. Write the organization number.`,
  },
};

function written(day: string | number | undefined, language: Language): string {
  return writtenDate(String(day), language);
}
