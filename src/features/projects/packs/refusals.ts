import { catalogue } from "../../../platform/language/language.ts";
import { defineRefusals } from "../../../platform/refusal/refusal.ts";
import type { Missing } from "./pack.ts";

/** What stands between a report and its sending, in words. */
export const missingWords = catalogue<Record<Missing, string>>({
  nb: {
    budget: "Budsjettet er ikke godkjent.",
    narrative: "Fortell hva som er gjort.",
    explanations: "Forklar linjene som er kommet lenger fra planen enn grensen.",
    unbalanced: "Det som er brukt, har ikke full finansiering.",
    waiting_hours: "Timer i perioden venter på godkjenning.",
    attestation: "Legg ved revisors bekreftelse av regnskapet.",
  },
  nn: {
    budget: "Budsjettet er ikkje godkjent.",
    narrative: "Fortel kva som er gjort.",
    explanations: "Forklar linjene som er komne lenger frå planen enn grensa.",
    unbalanced: "Det som er brukt, har ikkje full finansiering.",
    waiting_hours: "Timar i perioden ventar på godkjenning.",
    attestation: "Legg ved stadfestinga frå revisor av rekneskapen.",
  },
  en: {
    budget: "The budget is not approved.",
    narrative: "Tell what has been done.",
    explanations: "Explain the lines that are further from the plan than the limit.",
    unbalanced: "What is spent is not fully financed.",
    waiting_hours: "Hours in the period wait to be approved.",
    attestation: "Add the auditor's confirmation of the accounts.",
  },
});

export const packRefusals = defineRefusals("report_pack", {
  notReady: {
    status: 409,
    texts: {
      nb: (d: { missing: Missing[] }) => `Rapporten kan ikke sendes ennå. ${d.missing.map((one) => missingWords.nb[one]).join(" ")}`,
      nn: (d: { missing: Missing[] }) => `Rapporten kan ikkje sendast enno. ${d.missing.map((one) => missingWords.nn[one]).join(" ")}`,
      en: (d: { missing: Missing[] }) => `The report cannot be sent yet. ${d.missing.map((one) => missingWords.en[one]).join(" ")}`,
    },
  },
  sent: {
    status: 409,
    texts: {
      nb: "Rapporten er sendt og endres ikke mer.",
      nn: "Rapporten er send og blir ikkje endra meir.",
      en: "The report is sent and does not change any more.",
    },
  },
  notSent: {
    status: 409,
    constraint: "report_packs_accepted",
    texts: {
      nb: "Rapporten er ikke sendt ennå.",
      nn: "Rapporten er ikkje send enno.",
      en: "The report is not sent yet.",
    },
  },
  answered: {
    status: 409,
    texts: {
      nb: "Rapporten er godkjent alt.",
      nn: "Rapporten er godkjend alt.",
      en: "The report is accepted already.",
    },
  },
  funderAnswers: {
    status: 409,
    texts: {
      nb: (d: { funder: string }) => `${d.funder} svarer selv på rapporten her.`,
      nn: (d: { funder: string }) => `${d.funder} svarer sjølv på rapporten her.`,
      en: (d: { funder: string }) => `${d.funder} answers the report here itself.`,
    },
  },
  dueInThePast: {
    status: 400,
    texts: {
      nb: "Dagen du vil ha svar, kan ikke være passert.",
      nn: "Dagen du vil ha svar, kan ikkje vere passert.",
      en: "The day you want an answer cannot have passed.",
    },
  },
  emptyPeriod: {
    status: 400,
    constraint: "report_packs_period",
    texts: {
      nb: "Perioden må begynne før den slutter.",
      nn: "Perioden må byrje før han sluttar.",
      en: "The period must begin before it ends.",
    },
  },
});
