import { catalogue } from "../../../platform/language/language.ts";

type Facts = { resource: string; space: string; when: string };

/** What is written to somebody who stands in line for a time. */
export const waitLetterTexts = catalogue({
  nb: {
    see: "Ta tida, eller la den gå videre",
    seeDay: "Se dagen",
    offered: (f: Facts & { until: string }) => ({
      subject: `${f.resource} er blitt ledig ${f.when}`,
      text: `Tida hos ${f.space} holdes av til deg til ${f.until}. Tar du den ikke, går den til neste på lista.`,
    }),
    lapsed: (f: Facts) => ({
      subject: `${f.resource} ${f.when} gikk videre`,
      text: `Du svarte ikke i tide, så tida hos ${f.space} gikk til neste på lista.`,
    }),
  },
  nn: {
    see: "Ta tida, eller la ho gå vidare",
    seeDay: "Sjå dagen",
    offered: (f: Facts & { until: string }) => ({
      subject: `${f.resource} har vorte ledig ${f.when}`,
      text: `Tida hos ${f.space} er halden av til deg til ${f.until}. Tek du ho ikkje, går ho til den neste på lista.`,
    }),
    lapsed: (f: Facts) => ({
      subject: `${f.resource} ${f.when} gjekk vidare`,
      text: `Du svarte ikkje i tide, så tida hos ${f.space} gjekk til den neste på lista.`,
    }),
  },
  en: {
    see: "Take the time, or let it pass on",
    seeDay: "See the day",
    offered: (f: Facts & { until: string }) => ({
      subject: `${f.resource} has come free ${f.when}`,
      text: `The time at ${f.space} is held for you until ${f.until}. If you do not take it, it goes to the next in line.`,
    }),
    lapsed: (f: Facts) => ({
      subject: `${f.resource} ${f.when} has passed on`,
      text: `You did not answer in time, so the time at ${f.space} went to the next in line.`,
    }),
  },
});
