import { dateWithYear } from "../../../interface/format.ts";
import { defineRefusals } from "../../../platform/refusal/refusal.ts";

export const hourRefusals = defineRefusals("hours", {
  byAnother: {
    status: 409,
    constraint: "project_hours_by_another",
    texts: {
      nb: "Timer godkjennes av en annen enn den som har arbeidet eller skrevet dem.",
      nn: "Timar blir godkjende av ein annan enn den som har arbeidd eller skrive dei.",
      en: "Hours are approved by somebody else than the one who worked or wrote them.",
    },
  },
  nothingToApprove: {
    status: 409,
    texts: {
      nb: "Ingen timer venter på godkjenning i denne tida.",
      nn: "Ingen timar ventar på godkjenning i denne tida.",
      en: "No hours wait to be approved in this time.",
    },
  },
  noRate: {
    status: 422,
    texts: {
      nb: "Det er ikke satt noen timesats for den dagen. Sett en sats før timene føres.",
      nn: "Det er ikkje sett nokon timesats for den dagen. Set ein sats før timane blir førte.",
      en: "No rate is set for that day. Set one before hours are written.",
    },
  },
  noSalaryRule: {
    status: 422,
    texts: {
      nb: "Satsen er gitt som årslønn, men finansiøren av linja har ingen regel for hva en time koster av den. Gi en timesats.",
      nn: "Satsen er gitt som årsløn, men finansiøren av linja har ingen regel for kva ein time kostar av ho. Gi ein timesats.",
      en: "The rate is given as a yearly salary, but the funder of the line has no rule for what an hour costs of it. Give a rate by the hour.",
    },
  },
  notHours: {
    status: 422,
    texts: {
      nb: "Timer føres på en kostnadslinje for timer.",
      nn: "Timar blir førte på ei kostnadslinje for timar.",
      en: "Hours are written on a cost line for hours.",
    },
  },
  outsideProject: {
    status: 422,
    texts: {
      nb: (d: { day: string }) => `${d.day} ligger utenfor prosjektet, eller er ikke kommet ennå.`,
      nn: (d: { day: string }) => `${d.day} ligg utanfor prosjektet, eller er ikkje komen enno.`,
      en: (d: { day: string }) => `${d.day} is outside the project, or has not come yet.`,
    },
  },
  dayFull: {
    status: 422,
    texts: {
      nb: (d: { day: string }) => `Det blir mer enn 24 timer ${d.day}.`,
      nn: (d: { day: string }) => `Det blir meir enn 24 timar ${d.day}.`,
      en: (d: { day: string }) => `That makes more than 24 hours on ${d.day}.`,
    },
  },
  yearFull: {
    status: 422,
    texts: {
      nb: (d: { year: string; most: number }) => `Finansiøren godtar ikke mer enn ${d.most} timer for en person i ${d.year}.`,
      nn: (d: { year: string; most: number }) => `Finansiøren godtek ikkje meir enn ${d.most} timar for ein person i ${d.year}.`,
      en: (d: { year: string; most: number }) => `The funder accepts no more than ${d.most} hours of a person in ${d.year}.`,
    },
  },
});

export const expenseRefusals = defineRefusals("expense", {
  wrongLine: {
    status: 422,
    texts: {
      nb: "Utgifter føres på en kostnadslinje som ikke er for timer.",
      nn: "Utgifter blir førte på ei kostnadslinje som ikkje er for timar.",
      en: "Expenses are written on a cost line that is not for hours.",
    },
  },
  inTheFuture: {
    status: 422,
    texts: {
      nb: (d: { day: string }) => `${dateWithYear(d.day, "nb")} er ikke kommet ennå. Før utgiften når den er her.`,
      nn: (d: { day: string }) => `${dateWithYear(d.day, "nn")} er ikkje komen enno. Før utgifta når ho er her.`,
      en: (d: { day: string }) => `${dateWithYear(d.day, "en")} has not come yet. Book the expense when it is there.`,
    },
  },
  alreadyCorrected: {
    status: 409,
    constraint: "project_expenses_corrected_once",
    texts: {
      nb: "Utgiften er rettet før, eller er selv en rettelse.",
      nn: "Utgifta er retta før, eller er sjølv ei retting.",
      en: "The expense has been corrected before, or is itself a correction.",
    },
  },
  wrongFile: {
    status: 422,
    texts: {
      nb: "Fila må være PDF, PNG, JPEG, WebP, XLSX eller DOCX, på høyst 15 MB.",
      nn: "Fila må vere PDF, PNG, JPEG, WebP, XLSX eller DOCX, på høgst 15 MB.",
      en: "The file must be PDF, PNG, JPEG, WebP, XLSX or DOCX, of 15 MB at the most.",
    },
  },
});
