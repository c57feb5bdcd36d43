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
  termsStand: {
    status: 409,
    texts: {
      nb: "Noen har meldt seg på med disse vilkårene. Å gi tilbake plassen kan bli billigere eller gratis lenger, ikke dyrere.",
      nn: "Nokon har meldt seg på med desse vilkåra. Å gi attende plassen kan bli billegare eller gratis lenger, ikkje dyrare.",
      en: "Somebody has registered on these terms. Giving a place back can become cheaper or free for longer, not dearer.",
    },
  },
  approvalStands: {
    status: 409,
    texts: {
      nb: "Noen har fått plass uten å bli vurdert, og de som venter, står for tur. Hvem som får komme, avgjøres på samme måte for alle.",
      nn: "Nokon har fått plass utan å bli vurdert, og dei som ventar, står for tur. Kven som får kome, blir avgjort på same måten for alle.",
      en: "Somebody has got a place without being decided on, and those who wait are next. Who is let in is decided alike for all.",
    },
  },
  answersFirst: {
    status: 409,
    texts: {
      nb: (d: { asked: number }) => `${d.asked} venter på svar på om de får komme. Svar dem først.`,
      nn: (d: { asked: number }) => `${d.asked} ventar på svar på om dei får kome. Svar dei fyrst.`,
      en: (d: { asked: number }) => `${d.asked} wait to hear whether they are let in. Answer them first.`,
    },
  },
  audienceStands: {
    status: 409,
    texts: {
      nb: "Noen har meldt seg på. Arrangementet kan åpnes for flere, ikke lukkes for noen som har kunnet melde seg på.",
      nn: "Nokon har meldt seg på. Arrangementet kan opnast for fleire, ikkje lukkast for nokon som har kunna melde seg på.",
      en: "Somebody has registered. The event can be opened to more, not shut to anybody who could register.",
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
