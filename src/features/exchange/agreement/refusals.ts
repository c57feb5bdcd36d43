import { defineRefusals } from "../../../platform/refusal/refusal.ts";

export const agreementRefusals = defineRefusals("agreement", {
  published: {
    status: 409,
    texts: {
      nb: "Versjonen er kunngjort og endres ikke. Lag en ny.",
      nn: "Versjonen er kunngjord og blir ikkje endra. Lag ein ny.",
      en: "The version has been published and does not change. Make a new one.",
    },
  },
  notPublished: {
    status: 409,
    texts: {
      nb: "Versjonen er et utkast og kan ikke godtas ennå.",
      nn: "Versjonen er eit utkast og kan ikkje godtakast enno.",
      en: "The version is a draft and cannot be accepted yet.",
    },
  },
  tooEarly: {
    status: 409,
    texts: {
      nb: (d: { earliest: string }) => `En versjon kan tidligst gjelde fra ${d.earliest}.`,
      nn: (d: { earliest: string }) => `Ein versjon kan tidlegast gjelde frå ${d.earliest}.`,
      en: (d: { earliest: string }) => `A version can be valid from ${d.earliest} at the earliest.`,
    },
  },
  midMonth: {
    status: 409,
    texts: {
      nb: "Dager telles per måned, så en versjon tar over fra en annen den første i en måned.",
      nn: "Dagar blir talde per månad, så ein versjon tek over frå ein annan den første i ein månad.",
      en: "Days are counted by the month, so a version takes over from another on the first of one.",
    },
  },
  dayTaken: {
    status: 409,
    constraint: "agreement_versions_one_per_day",
    texts: {
      nb: "En annen versjon gjelder fra samme dag.",
      nn: "Ein annan versjon gjeld frå same dagen.",
      en: "Another version is valid from the same day.",
    },
  },
  textMissing: {
    status: 409,
    texts: {
      nb: "Teksten mangler på et av språkene. Skriv den før du kunngjør.",
      nn: "Teksten manglar på eitt av språka. Skriv han før du kunngjer.",
      en: "The text is missing in one of the languages. Write it before you publish.",
    },
  },
  superseded: {
    status: 409,
    texts: {
      nb: "En nyere versjon har tatt over for denne.",
      nn: "Ein nyare versjon har teke over for denne.",
      en: "A newer version has taken over from this one.",
    },
  },
  notTakingPart: {
    status: 409,
    texts: {
      nb: "Huset er ikke med i avtalen.",
      nn: "Huset er ikkje med i avtalen.",
      en: "The space is not in the agreement.",
    },
  },
});
