import { catalogue } from "../../../../platform/language/language.ts";

/** The words of adding events to a festival or series that is there. */
export const addEventsWords = catalogue({
  nb: {
    title: { festival: "Legg til arrangementer i festivalen", series: "Legg til flere ganger i serien" },
    lead: {
      festival: (f: { name: string }) => `De blir en del av ${f.name}. Alle lagres, eller ingen.`,
      series: (f: { name: string }) => `De blir en del av ${f.name}, og følger ikke regelen: du velger dag og tid for hver.`,
    },
    couldNot: "Arrangementene er ikke lagt til",
    publish: "Legg dem ut",
  },
  nn: {
    title: { festival: "Legg til arrangement i festivalen", series: "Legg til fleire gonger i serien" },
    lead: {
      festival: (f) => `Dei blir ein del av ${f.name}. Alle blir lagra, eller ingen.`,
      series: (f) => `Dei blir ein del av ${f.name}, og følgjer ikkje regelen: du vel dag og tid for kvar.`,
    },
    couldNot: "Arrangementa er ikkje lagde til",
    publish: "Legg dei ut",
  },
  en: {
    title: { festival: "Add events to the festival", series: "Add more times to the series" },
    lead: {
      festival: (f) => `They become part of ${f.name}. All are saved, or none.`,
      series: (f) => `They become part of ${f.name}, and do not follow its rule: you choose the day and time of each.`,
    },
    couldNot: "The events have not been added",
    publish: "Publish them",
  },
});
