import { kronerOf, oneOf, oreOf, type Written } from "../../../interface/form-values.ts";
import { inLanguage } from "../../../interface/in-language.ts";
import type { Language } from "../../../platform/language/language.ts";
import type { Instrument, Stage } from "../raises/raise.ts";
import type { ShownRecord } from "./parts/of-api.ts";

const names = [
  "network",
  "summary",
  "stage",
  "instrument",
  "amountOre",
  "deadline",
  "text",
  "event",
  "contactName",
  "contactEmail",
  "contactPhone",
  "terms",
  "version",
] as const;

/** What stands in the fields of a raise. */
export type RaiseFields = Record<(typeof names)[number], string>;

export const emptyRaise: RaiseFields = {
  ...(Object.fromEntries(names.map((name) => [name, ""])) as RaiseFields),
  stage: "seed",
  instrument: "shares",
};

export function fieldsOf(record: ShownRecord, language: Language): RaiseFields {
  return {
    network: record.network.slug,
    summary: inLanguage(record.summaries, language),
    stage: record.stage,
    instrument: record.instrument,
    amountOre: kronerOf(record.amountOre),
    deadline: record.deadline ?? "",
    text: inLanguage(record.texts, language),
    event: record.event?.slug ?? "",
    contactName: record.contact.name,
    contactEmail: record.contact.email,
    contactPhone: record.contact.phone ?? "",
    terms: inLanguage(record.terms, language),
    version: `"${record.version}"`,
  };
}

export function writtenFields(written: Written): RaiseFields {
  return Object.fromEntries(names.map((name) => [name, oneOf(written, name)])) as RaiseFields;
}

/** The fields as the API takes them; texts are written in the language of the page, beside those in others. */
export function raiseOf(fields: RaiseFields, language: Language, before?: Pick<ShownRecord, "summaries" | "texts" | "terms">) {
  return {
    summary: { ...before?.summaries, [language]: fields.summary },
    stage: fields.stage as Stage,
    instrument: fields.instrument as Instrument,
    amountOre: oreOf(fields.amountOre),
    deadline: fields.deadline || null,
    text: { ...before?.texts, [language]: fields.text },
    event: fields.event || null,
    contact: { name: fields.contactName, email: fields.contactEmail, ...(fields.contactPhone && { phone: fields.contactPhone }) },
    terms: { ...before?.terms, [language]: fields.terms },
  };
}

/** The field of the page that a field of the API stands in. */
export function pageField(field: string): string {
  const [first = field, second] = field.split(".");
  if (first !== "contact") return first;
  return second === undefined ? "contactName" : `contact${second.charAt(0).toUpperCase()}${second.slice(1)}`;
}
