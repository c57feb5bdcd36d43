import { catalogue } from "../../../platform/language/language.ts";

type Facts = { resource: string; space: string; when: string };

/** What is written to somebody the desk has taken off a list. */
export const removedTexts = catalogue({
  nb: {
    subject: ({ resource }: Facts) => `Du står ikke lenger på lista for ${resource}`,
    removed: ({ resource, space, when }: Facts) => `${space} har tatt deg av lista for ${resource} ${when}.`,
    because: (reason: string) => `Grunnen: ${reason}`,
    seeDay: "Se dagen",
  },
  nn: {
    subject: ({ resource }: Facts) => `Du står ikkje lenger på lista for ${resource}`,
    removed: ({ resource, space, when }: Facts) => `${space} har teke deg av lista for ${resource} ${when}.`,
    because: (reason: string) => `Grunnen: ${reason}`,
    seeDay: "Sjå dagen",
  },
  en: {
    subject: ({ resource }: Facts) => `You are no longer in line for ${resource}`,
    removed: ({ resource, space, when }: Facts) => `${space} has taken you off the list for ${resource} ${when}.`,
    because: (reason: string) => `The reason: ${reason}`,
    seeDay: "See the day",
  },
});
