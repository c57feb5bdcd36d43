import { writtenMonth } from "../../platform/language/written-day.ts";

/** A quota that is used up: how many days of how many, in the month of that day. */
export type QuotaUsed = { dimension: string; used: number; allowed: number; month: string };

/** What somebody whose quota is used up is told. */
export const quotaSentence = {
  nb: ({ dimension, used, allowed, month }: QuotaUsed) =>
    ({
      person: `Du har brukt ${used} av ${allowed} dager i ${writtenMonth(month, "nb")}. Neste dag avtaler du med verten.`,
      company: `Selskapet ditt har brukt ${used} av ${allowed} dager i ${writtenMonth(month, "nb")}.`,
      host: `Huset har gitt ${used} av ${allowed} gjestedager i ${writtenMonth(month, "nb")}.`,
      person_and_host: `Du har brukt ${used} av ${allowed} dager her i ${writtenMonth(month, "nb")}. Andre hus har plass.`,
    })[dimension] ?? "Kvoten er brukt opp.",
  nn: ({ dimension, used, allowed, month }: QuotaUsed) =>
    ({
      person: `Du har brukt ${used} av ${allowed} dagar i ${writtenMonth(month, "nn")}. Neste dag avtalar du med verten.`,
      company: `Selskapet ditt har brukt ${used} av ${allowed} dagar i ${writtenMonth(month, "nn")}.`,
      host: `Huset har gjeve ${used} av ${allowed} gjestedagar i ${writtenMonth(month, "nn")}.`,
      person_and_host: `Du har brukt ${used} av ${allowed} dagar her i ${writtenMonth(month, "nn")}. Andre hus har plass.`,
    })[dimension] ?? "Kvoten er brukt opp.",
  en: ({ dimension, used, allowed, month }: QuotaUsed) =>
    ({
      person: `You have used ${used} of ${allowed} days in ${writtenMonth(month, "en")}. Arrange the next one with the host.`,
      company: `Your company has used ${used} of ${allowed} days in ${writtenMonth(month, "en")}.`,
      host: `The space has given ${used} of ${allowed} guest days in ${writtenMonth(month, "en")}.`,
      person_and_host: `You have used ${used} of ${allowed} days here in ${writtenMonth(month, "en")}. Other spaces have room.`,
    })[dimension] ?? "The quota is used up.",
};

/** What a manager or a host is told who asked for somebody. */
export const quotaSentenceOf = {
  nb: (name: string, given: QuotaUsed) =>
    ({
      person: `${name} har brukt ${given.used} av ${given.allowed} dager i ${writtenMonth(given.month, "nb")}. Neste dag avtaler gjest og vert seg imellom.`,
      company: `Selskapet til ${name} har brukt ${given.used} av ${given.allowed} dager i ${writtenMonth(given.month, "nb")}.`,
      person_and_host: `${name} har brukt ${given.used} av ${given.allowed} dager her i ${writtenMonth(given.month, "nb")}. Andre hus har plass.`,
    })[given.dimension] ?? quotaSentence.nb(given),
  nn: (name: string, given: QuotaUsed) =>
    ({
      person: `${name} har brukt ${given.used} av ${given.allowed} dagar i ${writtenMonth(given.month, "nn")}. Neste dag avtalar gjest og vert seg imellom.`,
      company: `Selskapet til ${name} har brukt ${given.used} av ${given.allowed} dagar i ${writtenMonth(given.month, "nn")}.`,
      person_and_host: `${name} har brukt ${given.used} av ${given.allowed} dagar her i ${writtenMonth(given.month, "nn")}. Andre hus har plass.`,
    })[given.dimension] ?? quotaSentence.nn(given),
  en: (name: string, given: QuotaUsed) =>
    ({
      person: `${name} has used ${given.used} of ${given.allowed} days in ${writtenMonth(given.month, "en")}. Guest and host arrange the next one between them.`,
      company: `The company of ${name} has used ${given.used} of ${given.allowed} days in ${writtenMonth(given.month, "en")}.`,
      person_and_host: `${name} has used ${given.used} of ${given.allowed} days here in ${writtenMonth(given.month, "en")}. Other spaces have room.`,
    })[given.dimension] ?? quotaSentence.en(given),
};
