import { defineRefusals } from "../../../platform/refusal/refusal.ts";

/** What changing an event does not allow. */
export const eventChangeRefusals = defineRefusals("event_change", {
  placesTaken: {
    status: 409,
    texts: {
      nb: (d: { quota: string; taken: number }) => `${d.taken} plasser i «${d.quota}» er tatt. Kvoten kan ikke bli mindre enn det.`,
      nn: (d: { quota: string; taken: number }) => `${d.taken} plassar i «${d.quota}» er tekne. Kvoten kan ikkje bli mindre enn det.`,
      en: (d: { quota: string; taken: number }) => `${d.taken} places of “${d.quota}” are taken. The quota cannot be smaller than that.`,
    },
  },
  alreadyTold: {
    status: 409,
    texts: {
      nb: "Arrangementet er kunngjort. Det kan avlyses, men ikke gjøres til utkast igjen.",
      nn: "Arrangementet er kunngjort. Det kan avlysast, men ikkje gjerast til utkast att.",
      en: "The event has been published. It can be called off, but not made a draft again.",
    },
  },
});
