import type { ImportColumn, ReasonSentence } from "../../../platform/imports/index.ts";
import { type InEveryLanguage, inAll } from "../../../platform/language/language.ts";
import { organizationNumberColumn } from "../../organizations/index.ts";
import type { Source } from "../observing/shapes.ts";
import { dayIn } from "./day-in.ts";

export type ObservationColumn = "organizationNumber" | "date" | "jobsFte" | "jobsHeads" | "turnover" | "source" | "status";

const jobsHelp = {
  nb: "Et tall, eller det minste og det største det kan være: 0-4. Tom når ingen vet.",
  nn: "Eit tal, eller det minste og det største det kan vere: 0-4. Tom når ingen veit.",
  en: "A number, or the lowest and the highest it can be: 0-4. Empty when nobody knows.",
};

/** Columns of the observations of a program's startups. */
export const observationColumns: readonly ImportColumn<ObservationColumn>[] = [
  {
    key: "organizationNumber",
    ...organizationNumberColumn,
    required: true,
    help: { nb: "Av et selskap i programmet.", nn: "Av eit selskap i programmet.", en: "Of a company in the program." },
    example: inAll("310009598"),
  },
  {
    key: "date",
    labels: { nb: "Dato", nn: "Dato", en: "Date" },
    aliases: ["dag", "per", "observert"],
    required: true,
    help: { nb: "Dagen tallene gjelder.", nn: "Dagen tala gjeld.", en: "The day the figures are of." },
    example: inAll("2026-03-31"),
  },
  { key: "jobsFte", labels: { nb: "Årsverk", nn: "Årsverk", en: "Jobs in FTE" }, aliases: ["fte"], help: jobsHelp, example: inAll("2,5") },
  {
    key: "jobsHeads",
    labels: { nb: "Ansatte", nn: "Tilsette", en: "People employed" },
    aliases: ["antall ansatte", "sysselsatte", "heads", "employees", "jobber"],
    help: jobsHelp,
    example: inAll("3"),
  },
  {
    key: "turnover",
    labels: { nb: "Omsetning", nn: "Omsetning", en: "Turnover" },
    aliases: ["driftsinntekter", "revenue"],
    help: { nb: "Hele kroner.", nn: "Heile kroner.", en: "Whole kroner." },
    example: inAll("1 200 000"),
  },
  {
    key: "source",
    labels: { nb: "Kilde", nn: "Kjelde", en: "Source" },
    help: {
      nb: "Gründeren, registeret eller rådgiveren. Tom: rådgiveren.",
      nn: "Gründeren, registeret eller rådgivaren. Tom: rådgivaren.",
      en: "Self, register or adviser. Empty: adviser.",
    },
    example: { nb: "Gründeren", nn: "Gründeren", en: "Self" },
  },
  {
    key: "status",
    labels: { nb: "Status", nn: "Status", en: "Status" },
    aliases: ["tilstand"],
    help: {
      nb: "I drift, flyttet, i dvale, konkurs, avviklet, fusjonert, kjøpt opp eller ukjent. Tom: i drift.",
      nn: "I drift, flytta, i dvale, konkurs, avvikla, fusjonert, kjøpt opp eller ukjent. Tom: i drift.",
      en: "Active, moved, dormant, bankrupt, dissolved, merged, acquired or unknown. Empty: active.",
    },
  },
];

export const sourceWords: Record<Source, { labels: InEveryLanguage; aliases?: readonly string[] }> = {
  self: { labels: { nb: "Gründeren", nn: "Gründeren", en: "Self" }, aliases: ["selv", "selskapet", "founder", "egenrapportert"] },
  register: { labels: { nb: "Registeret", nn: "Registeret", en: "Register" }, aliases: ["enhetsregisteret", "brreg", "proff"] },
  adviser: { labels: { nb: "Rådgiveren", nn: "Rådgivaren", en: "Adviser" }, aliases: ["rådgiver", "inkubatoren", "advisor"] },
};

type Facts = Record<string, string | number>;

export const observationReasons: Record<string, InEveryLanguage<ReasonSentence>> = {
  out_of_range: {
    nb: ({ value }: Facts) => `«${value}» går ikke an. Skriv null eller mer; er det to tall, står det minste først: 0-4.`,
    nn: ({ value }: Facts) => `«${value}» går ikkje an. Skriv null eller meir; er det to tal, står det minste først: 0-4.`,
    en: ({ value }: Facts) => `“${value}” cannot be. Write none or more; of two numbers the lowest comes first: 0-4.`,
  },
  not_enrolled: {
    nb: ({ value }: Facts) => `Selskapet ${value} er ikke med i programmet. Ta det opp først.`,
    nn: ({ value }: Facts) => `Selskapet ${value} er ikkje med i programmet. Ta det opp først.`,
    en: ({ value }: Facts) => `The company ${value} is not in the program. Enroll it first.`,
  },
  in_the_future: {
    nb: ({ value }: Facts) => `${dayIn("nb", value)} ligger foran oss. Skriv det som er kjent i dag.`,
    nn: ({ value }: Facts) => `${dayIn("nn", value)} ligg framfor oss. Skriv det som er kjent i dag.`,
    en: ({ value }: Facts) => `${dayIn("en", value)} lies ahead. Write what is known today.`,
  },
  before_intake: {
    nb: ({ value, intake }: Facts) => `${dayIn("nb", value)} ligger før opptaket ${dayIn("nb", intake)}.`,
    nn: ({ value, intake }: Facts) => `${dayIn("nn", value)} ligg før opptaket ${dayIn("nn", intake)}.`,
    en: ({ value, intake }: Facts) => `${dayIn("en", value)} lies before the intake ${dayIn("en", intake)}.`,
  },
};
