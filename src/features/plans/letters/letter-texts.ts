import { catalogue } from "../../../platform/language/language.ts";

/** What a letter about a plan may say. */
export interface PlanFacts {
  plan: string;
  space: string;
  /** The first day it is so. */
  from: string;
  /** The first day it is not, or the plan that follows. */
  until: string;
  next: string;
  included: string;
  company: string;
  what: string;
}

export type PlanLetter = { subject: (f: PlanFacts) => string; text: (f: PlanFacts) => string };

/** What people are written to about their plans. */
export const planLetterTexts = catalogue<{
  see: string;
  started: PlanLetter;
  changed: PlanLetter;
  paused: PlanLetter;
  ended: PlanLetter;
  paidFor: PlanLetter;
  runsOut: PlanLetter;
  usedUp: PlanLetter;
}>({
  nb: {
    see: "Se hva du har igjen",
    started: {
      subject: (f) => `${f.plan} hos ${f.space} begynner ${f.from}`,
      text: (f) => `Fra ${f.from} har du ${f.plan} hos ${f.space}. Inkludert: ${f.included}.`,
    },
    changed: {
      subject: (f) => `Fra ${f.from} er planen din ${f.next}`,
      text: (f) => `${f.plan} hos ${f.space} går ut perioden. Fra ${f.from} gjelder ${f.next}. Inkludert: ${f.included}.`,
    },
    paused: {
      subject: (f) => `${f.plan} hos ${f.space} hviler fra ${f.from}`,
      text: (f) => `Fra ${f.from} til ${f.until} er ingenting inkludert, og du skylder ingenting. ${f.until} begynner planen igjen.`,
    },
    ended: {
      subject: (f) => `${f.plan} hos ${f.space} slutter ${f.until}`,
      text: (f) => `Planen er sagt opp og gjelder til ${f.until}. Det som er igjen av den da, faller bort.`,
    },
    paidFor: {
      subject: (f) => `${f.company} betaler for deg hos ${f.space}`,
      text: (f) => `Fra ${f.from} er du med i ${f.plan} hos ${f.space}. Inkludert, sammen med de andre fra ${f.company}: ${f.included}.`,
    },
    runsOut: {
      subject: (f) => `${f.plan} hos ${f.space} går ut ${f.until}`,
      text: (f) => `Du har ${f.what} igjen, som må brukes før ${f.until}.`,
    },
    usedUp: {
      subject: (f) => `Du har brukt det ${f.plan} inkluderer`,
      text: (f) => `${f.what} hos ${f.space} er brukt. Nytt kommer ${f.until}; til da betaler du vanlig pris.`,
    },
  },
  nn: {
    see: "Sjå kva du har att",
    started: {
      subject: (f) => `${f.plan} hos ${f.space} byrjar ${f.from}`,
      text: (f) => `Frå ${f.from} har du ${f.plan} hos ${f.space}. Inkludert: ${f.included}.`,
    },
    changed: {
      subject: (f) => `Frå ${f.from} er planen din ${f.next}`,
      text: (f) => `${f.plan} hos ${f.space} går ut perioden. Frå ${f.from} gjeld ${f.next}. Inkludert: ${f.included}.`,
    },
    paused: {
      subject: (f) => `${f.plan} hos ${f.space} kviler frå ${f.from}`,
      text: (f) => `Frå ${f.from} til ${f.until} er ingenting inkludert, og du skuldar ingenting. ${f.until} tek planen til att.`,
    },
    ended: {
      subject: (f) => `${f.plan} hos ${f.space} sluttar ${f.until}`,
      text: (f) => `Planen er sagd opp og gjeld til ${f.until}. Det som er att av han då, fell bort.`,
    },
    paidFor: {
      subject: (f) => `${f.company} betaler for deg hos ${f.space}`,
      text: (f) => `Frå ${f.from} er du med i ${f.plan} hos ${f.space}. Inkludert, saman med dei andre frå ${f.company}: ${f.included}.`,
    },
    runsOut: {
      subject: (f) => `${f.plan} hos ${f.space} går ut ${f.until}`,
      text: (f) => `Du har ${f.what} att, som må brukast før ${f.until}.`,
    },
    usedUp: {
      subject: (f) => `Du har brukt det ${f.plan} inkluderer`,
      text: (f) => `${f.what} hos ${f.space} er brukt. Nytt kjem ${f.until}; til då betaler du vanleg pris.`,
    },
  },
  en: {
    see: "See what you have left",
    started: {
      subject: (f) => `${f.plan} at ${f.space} begins ${f.from}`,
      text: (f) => `From ${f.from} you have ${f.plan} at ${f.space}. Included: ${f.included}.`,
    },
    changed: {
      subject: (f) => `From ${f.from} your plan is ${f.next}`,
      text: (f) => `${f.plan} at ${f.space} runs to the end of its period. From ${f.from} you have ${f.next}. Included: ${f.included}.`,
    },
    paused: {
      subject: (f) => `${f.plan} at ${f.space} is paused from ${f.from}`,
      text: (f) => `From ${f.from} to ${f.until} nothing is included and you owe nothing. On ${f.until} the plan begins again.`,
    },
    ended: {
      subject: (f) => `${f.plan} at ${f.space} ends ${f.until}`,
      text: (f) => `Notice has been given, and the plan is yours until ${f.until}. What is left of it then lapses.`,
    },
    paidFor: {
      subject: (f) => `${f.company} pays for you at ${f.space}`,
      text: (f) =>
        `From ${f.from} you are in ${f.plan} at ${f.space}. Included, together with the others from ${f.company}: ${f.included}.`,
    },
    runsOut: {
      subject: (f) => `${f.plan} at ${f.space} runs out ${f.until}`,
      text: (f) => `You have ${f.what} left. Use it before ${f.until}.`,
    },
    usedUp: {
      subject: (f) => `You have used what ${f.plan} includes`,
      text: (f) => `${f.what} at ${f.space}: all used. More comes ${f.until}; until then you pay the usual price.`,
    },
  },
});
