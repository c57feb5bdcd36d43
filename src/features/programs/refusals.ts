import { defineRefusals } from "../../platform/refusal/refusal.ts";

export const programRefusals = defineRefusals("program", {
  slugTaken: {
    status: 409,
    constraint: "programs_slug",
    texts: {
      nb: "Adresseordet er i bruk. Velg et annet.",
      nn: "Adresseordet er i bruk. Vel eit anna.",
      en: "The slug is taken. Choose another.",
    },
  },
  enrolledAlready: {
    status: 409,
    constraint: "enrollments_once",
    texts: {
      nb: "Selskapet er med i programmet fra før.",
      nn: "Selskapet er med i programmet frå før.",
      en: "The company is in the program already.",
    },
  },
  notEnrolled: {
    status: 422,
    texts: {
      nb: "Selskapet er ikke med i programmet.",
      nn: "Selskapet er ikkje med i programmet.",
      en: "The company is not in the program.",
    },
  },
  wrongOrder: {
    status: 422,
    constraint: "enrollments_order",
    texts: {
      nb: "Slutt og siste spor kan ikke ligge før opptaket.",
      nn: "Slutt og siste spor kan ikkje liggje før opptaket.",
      en: "The exit and the last evidence cannot lie before the intake.",
    },
  },
  inTheFuture: {
    status: 422,
    texts: {
      nb: "Dagen ligger foran oss. Skriv det som er kjent i dag.",
      nn: "Dagen ligg framfor oss. Skriv det som er kjent i dag.",
      en: "The day lies ahead. Write what is known today.",
    },
  },
  endNeedsDay: {
    status: 422,
    constraint: "enrollments_end_has_a_day",
    texts: {
      nb: "Når selskapet er ute av drift eller gått inn i et annet, må dagen være med. Vet ingen når, er det ukjent.",
      nn: "Når selskapet er ute av drift eller gått inn i eit anna, må dagen vere med. Veit ingen når, er det ukjent.",
      en: "When a company is out of business or within another, say the day. If nobody knows when, it is unknown.",
    },
  },
  saysNothing: {
    status: 422,
    texts: {
      nb: "Skriv årsverk, ansatte, omsetning, hentet kapital, eller hva selskapet er nå.",
      nn: "Skriv årsverk, tilsette, omsetning, henta kapital, eller kva selskapet er no.",
      en: "Write jobs, turnover, capital raised, or what the company is now.",
    },
  },
  intervalBackwards: {
    status: 422,
    texts: {
      nb: "Det minste tallet må stå først.",
      nn: "Det minste talet må stå først.",
      en: "The lower number comes first.",
    },
  },
  cohortsOverlap: {
    status: 409,
    constraint: "program_cohorts_no_overlap",
    texts: {
      nb: "Et annet kull har noen av de samme dagene.",
      nn: "Eit anna kull har nokre av dei same dagane.",
      en: "Another cohort has some of the same days.",
    },
  },
  cohortNameTaken: {
    status: 409,
    constraint: "program_cohorts_name",
    texts: {
      nb: "Programmet har et kull med det navnet.",
      nn: "Programmet har eit kull med det namnet.",
      en: "The program has a cohort by that name.",
    },
  },
  backwards: {
    status: 422,
    texts: {
      nb: "Den siste dagen må ligge etter den første.",
      nn: "Den siste dagen må liggje etter den første.",
      en: "The last day must lie after the first.",
    },
  },
  registerSays: {
    status: 409,
    texts: {
      nb: "Dette har registeret sagt. Rett det der, så rettes det her.",
      nn: "Dette har registeret sagt. Rett det der, så blir det retta her.",
      en: "The register has said this. Put it right there, and it is put right here.",
    },
  },
  unknownMunicipality: {
    status: 422,
    texts: {
      nb: (d: { number: string }) => `Ingen kommune hadde nummer ${d.number} den dagen.`,
      nn: (d: { number: string }) => `Ingen kommune hadde nummer ${d.number} den dagen.`,
      en: (d: { number: string }) => `No municipality had the number ${d.number} on that day.`,
    },
  },
  unknownAdviser: {
    status: 422,
    texts: {
      nb: "Vi kjenner ingen med den adressen.",
      nn: "Vi kjenner ingen med den adressa.",
      en: "We know nobody with that address.",
    },
  },
  evidenceNeeded: {
    status: 422,
    constraint: "enrollment_milestones_evidence",
    texts: {
      nb: "Skriv hva som viser at milepælen er nådd.",
      nn: "Skriv kva som viser at milepælen er nådd.",
      en: "Say what shows that the milestone is reached.",
    },
  },
  nameNeeded: {
    status: 422,
    texts: {
      nb: "Ingen organisasjon har dette nummeret ennå. Skriv navnet, så legges den til.",
      nn: "Ingen organisasjon har dette nummeret enno. Skriv namnet, så blir ho lagd til.",
      en: "No organization has this number yet. Write its name, and it is added.",
    },
  },
});
