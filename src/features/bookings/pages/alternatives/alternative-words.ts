import { catalogue } from "../../../../platform/language/language.ts";

type Taken = { name: string; times: string };
type Free = { name: string };

/** What is said when a time is taken, and what is free instead. */
export const alternativeWords = catalogue({
  nb: {
    taken: ({ name, times }: Taken) => `${name} er opptatt ${times}.`,
    free: ({ name }: Free) => `${name} er ledig da.`,
    heading: "Ledig i stedet",
    at: ({ name, house }: { name: string; house: string }) => `${name}, ${house}`,
  },
  nn: {
    taken: ({ name, times }: Taken) => `${name} er oppteken ${times}.`,
    free: ({ name }: Free) => `${name} er ledig då.`,
    heading: "Ledig i staden",
    at: ({ name, house }: { name: string; house: string }) => `${name}, ${house}`,
  },
  en: {
    taken: ({ name, times }: Taken) => `${name} is taken ${times}.`,
    free: ({ name }: Free) => `${name} is free then.`,
    heading: "Free instead",
    at: ({ name, house }: { name: string; house: string }) => `${name}, ${house}`,
  },
});
