import type { ZodError } from "zod";
import { catalogue, type Language } from "../language/language.ts";
import { writtenDate } from "../language/written-day.ts";

/** What is wrong with one field, as a code for programs and a sentence for people. */
export interface FieldError {
  field: string;
  code: string;
  message: string;
}

const messages = catalogue({
  nb: {
    missing: "Fyll ut dette feltet.",
    email: "Skriv adressen med @, for eksempel hei@huset.example.",
    date: "Skriv datoen som år-måned-dag, for eksempel 2026-11-24.",
    notBefore: (day: string) => `Velg ${day} eller senere.`,
    number: "Skriv et tall.",
    tooLong: (most: number) => `Bruk høyst ${most} tegn.`,
    tooShort: (least: number) => `Bruk minst ${least} tegn.`,
    tooLow: (least: number) => `Skriv ${least} eller mer.`,
    tooHigh: (most: number) => `Skriv ${most} eller mindre.`,
    tooFew: (least: number) => `Oppgi minst ${least}.`,
    tooMany: (most: number) => `Oppgi høyst ${most}.`,
    moment: "Oppgi dag og klokkeslett.",
    choice: "Velg en av mulighetene.",
    file: "Velg en fil.",
    url: "Skriv hele adressen, for eksempel https://huset.example.",
    unknown: "Dette feltet finnes ikke.",
    other: "Dette er ikke på riktig form.",
  },
  nn: {
    missing: "Fyll ut dette feltet.",
    email: "Skriv adressa med @, til dømes hei@huset.example.",
    date: "Skriv datoen som år-månad-dag, til dømes 2026-11-24.",
    notBefore: (day: string) => `Vel ${day} eller seinare.`,
    number: "Skriv eit tal.",
    tooLong: (most: number) => `Bruk høgst ${most} teikn.`,
    tooShort: (least: number) => `Bruk minst ${least} teikn.`,
    tooLow: (least: number) => `Skriv ${least} eller meir.`,
    tooHigh: (most: number) => `Skriv ${most} eller mindre.`,
    tooFew: (least: number) => `Oppgje minst ${least}.`,
    tooMany: (most: number) => `Oppgje høgst ${most}.`,
    moment: "Oppgje dag og klokkeslett.",
    choice: "Vel eitt av alternativa.",
    file: "Vel ei fil.",
    url: "Skriv heile adressa, til dømes https://huset.example.",
    unknown: "Dette feltet finst ikkje.",
    other: "Dette er ikkje på rett form.",
  },
  en: {
    missing: "Fill in this field.",
    email: "Write the address with @, for example hello@house.example.",
    date: "Write the date as year-month-day, for example 2026-11-24.",
    notBefore: (day: string) => `Choose ${day} or later.`,
    number: "Write a number.",
    tooLong: (most: number) => `Use at most ${most} characters.`,
    tooShort: (least: number) => `Use at least ${least} characters.`,
    tooLow: (least: number) => `Write ${least} or more.`,
    tooHigh: (most: number) => `Write ${most} or less.`,
    tooFew: (least: number) => `Give at least ${least}.`,
    tooMany: (most: number) => `Give at most ${most}.`,
    moment: "Give a day and a time.",
    choice: "Choose one of the options.",
    file: "Choose a file.",
    url: "Write the whole address, for example https://house.example.",
    unknown: "This field does not exist.",
    other: "This is not in the right form.",
  },
});

/** One sentence per wrong field, in the order of the fields. */
export function fieldErrors(error: ZodError, language: Language): FieldError[] {
  const errors = error.issues.flatMap((issue) =>
    fieldsOf(issue).map((field) => ({ field, code: issue.code, message: sentence(issue, language) })),
  );
  return errors.filter(({ field }, index) => errors.findIndex((one) => one.field === field) === index);
}

type Issue = ZodError["issues"][number];

// what does not exist is named itself, not only where it stands; names come from outside and may be long and many
function fieldsOf(issue: Issue): string[] {
  const names = issue.code === "unrecognized_keys" ? issue.keys.slice(0, 10).map((name) => [name.slice(0, 80)]) : [[]];
  return names.map((name) => [...issue.path, ...name].join("."));
}

function sentence(issue: Issue, language: Language): string {
  const text = messages[language];
  switch (issue.code) {
    case "invalid_type":
      // what was given is not among the facts of the issue, only in its sentence
      if (issue.message.endsWith("received undefined")) return text.missing;
      return issue.expected === "number" || issue.expected === "int" ? text.number : text.other;
    case "invalid_format":
      if (issue.input === "" && issue.format !== "email") return text.missing;
      return formSentence(issue.format, language);
    case "too_big":
      if (isCounted(issue.origin)) return text.tooMany(Number(issue.maximum));
      return issue.origin === "string" ? text.tooLong(Number(issue.maximum)) : text.tooHigh(Number(issue.maximum));
    case "too_small":
      if (isCounted(issue.origin)) return text.tooFew(Number(issue.minimum));
      if (issue.origin !== "string") return text.tooLow(Number(issue.minimum));
      return issue.minimum === 1 ? text.missing : text.tooShort(Number(issue.minimum));
    case "invalid_value":
      return text.choice;
    case "unrecognized_keys":
      return text.unknown;
    case "custom":
      return customSentence(issue.params ?? {}, language);
    default:
      return text.other;
  }
}

function formSentence(format: string, language: Language): string {
  const text = messages[language];
  return format === "email" ? text.email : format === "date" ? text.date : format === "url" ? text.url : text.other;
}

function customSentence({ form, earliest }: Record<string, unknown>, language: Language): string {
  const text = messages[language];
  if (form === "missing") return text.missing;
  if (form === "date") return text.date;
  if (form === "moment") return text.moment;
  if (form === "file") return text.file;
  return form === "not_before" ? text.notBefore(writtenDate(String(earliest), language)) : text.other;
}

// how many there are in a list, as distinct from how large a number is
function isCounted(origin: string): boolean {
  return origin === "array" || origin === "set" || origin === "map";
}
