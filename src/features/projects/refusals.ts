import { defineRefusals } from "../../platform/refusal/refusal.ts";

export const projectRefusals = defineRefusals("project", {
  emptyPeriod: {
    status: 400,
    constraint: "projects_period",
    texts: {
      nb: "Prosjektet kan ikke slutte før det begynner.",
      nn: "Prosjektet kan ikkje slutte før det byrjar.",
      en: "The project cannot end before it begins.",
    },
  },
  unknownPerson: {
    status: 422,
    texts: {
      nb: "Den personen er ikke kjent her. Velg en med verv eller stilling hos organisasjonen.",
      nn: "Den personen er ikkje kjend her. Vel ein med verv eller stilling hos organisasjonen.",
      en: "That person is not known here. Choose one with a position at the organization.",
    },
  },
  unknownPartner: {
    status: 422,
    texts: {
      nb: (d: { partner: string }) => `Det finnes ingen organisasjon som heter «${d.partner}» her.`,
      nn: (d: { partner: string }) => `Det finst ingen organisasjon som heiter «${d.partner}» her.`,
      en: (d: { partner: string }) => `There is no organization “${d.partner}” here.`,
    },
  },
  unknownEvent: {
    status: 422,
    texts: {
      nb: (d: { event: string }) => `Det finnes ikke noe arrangement «${d.event}» som organisasjonen står bak.`,
      nn: (d: { event: string }) => `Det finst ikkje noko arrangement «${d.event}» som organisasjonen står bak.`,
      en: (d: { event: string }) => `There is no event “${d.event}” that the organization holds.`,
    },
  },
  evidenceMissing: {
    status: 422,
    constraint: "milestones_evidence",
    texts: {
      nb: "Skriv hva som viser at milepælen er nådd.",
      nn: "Skriv kva som viser at milepælen er nådd.",
      en: "Write what shows that the milestone is reached.",
    },
  },
  packageInUse: {
    status: 409,
    texts: {
      nb: "En arbeidspakke med milepæler kan ikke tas ut.",
      nn: "Ein arbeidspakke med milepælar kan ikkje takast ut.",
      en: "A work package with milestones cannot be taken out.",
    },
  },
});
