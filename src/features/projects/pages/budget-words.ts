import { catalogue } from "../../../platform/language/language.ts";
import type { LineKind } from "../budget/balance.ts";

/** Words of the budget's page. */
export const budgetWords = catalogue<{
  title: string;
  lead: string;
  costs: string;
  financing: string;
  kinds: Record<LineKind, string>;
  kind: string;
  text: string;
  amount: string;
  inKind: string;
  paidBy: string;
  award: string;
  noLine: string;
  newLine: string;
  remove: string;
  lineNo: (d: { n: number }) => string;
  money: string;
  inKindLong: string;
  difference: string;
  balances: string;
  lacks: (d: { sum: string }) => string;
  over: (d: { sum: string }) => string;
  reason: string;
  reasonHint: string;
  save: string;
  moreLines: string;
  approve: string;
  approveAbout: string;
  draft: (d: { number: number }) => string;
  approved: (d: { number: number; day: string; by: string }) => string;
  versions: string;
  table: string;
  approvedCol: string;
  revisedCol: string;
  actualCol: string;
  forecastCol: string;
  sum: string;
  actualDiffers: (d: { sum: string }) => string;
  edit: string;
  forecasts: string;
  forecastsHint: string;
  saveForecasts: string;
}>({
  nb: {
    title: "Budsjett",
    lead: "Det som koster, på den ene siden; det som betaler, på den andre. De må bli like før budsjettet kan godkjennes.",
    costs: "Kostnader",
    financing: "Finansiering",
    kinds: {
      hours: "Timer",
      purchase: "Kjøp",
      travel: "Reise",
      other: "Annet",
      grant: "Tilskudd",
      own: "Egenandel",
      fee: "Kontingent",
      partner: "Partner",
    },
    kind: "Slag",
    text: "Linje",
    amount: "Kroner",
    inKind: "Egeninnsats",
    paidBy: "Betales av",
    award: "Tilsagn",
    noLine: "Ingen valgt",
    newLine: "Ny linje",
    remove: "Ta ut",
    lineNo: (d) => `Linje ${d.n}`,
    money: "Penger",
    inKindLong: "Egeninnsats",
    difference: "Forskjell",
    balances: "Går opp",
    lacks: (d) => `Mangler ${d.sum}`,
    over: (d) => `${d.sum} for mye`,
    reason: "Hvorfor budsjettet endres",
    reasonHint: "Det er godkjent før. Grunnen står ved versjonen.",
    save: "Lagre utkastet",
    moreLines: "Lagre og få flere linjer",
    approve: "Godkjenn budsjettet",
    approveAbout: "Kostnader og finansiering er like. Godkjent står det fast; endres det, blir det en ny versjon.",
    draft: (d) => `Versjon ${d.number} er et utkast.`,
    approved: (d) => `Versjon ${d.number}, godkjent ${d.day} av ${d.by}`,
    versions: "Versjoner",
    table: "Budsjettet ved siden av regnskapet",
    approvedCol: "Godkjent",
    revisedCol: "Revidert",
    actualCol: "Brukt",
    forecastCol: "Anslag",
    sum: "Sum",
    actualDiffers: (d) => `Brukt uten finansiering: ${d.sum}. Før det på en linje som kan betale, eller revider budsjettet.`,
    edit: "Skriv budsjettet",
    forecasts: "Anslag",
    forecastsHint: "Hva du tror hver linje kommer til når prosjektet er over.",
    saveForecasts: "Lagre anslagene",
  },
  nn: {
    title: "Budsjett",
    lead: "Det som kostar, på den eine sida; det som betaler, på den andre. Dei må bli like før budsjettet kan godkjennast.",
    costs: "Kostnader",
    financing: "Finansiering",
    kinds: {
      hours: "Timar",
      purchase: "Kjøp",
      travel: "Reise",
      other: "Anna",
      grant: "Tilskot",
      own: "Eigendel",
      fee: "Kontingent",
      partner: "Partnar",
    },
    kind: "Slag",
    text: "Linje",
    amount: "Kroner",
    inKind: "Eigeninnsats",
    paidBy: "Blir betalt av",
    award: "Tilsegn",
    noLine: "Inga vald",
    newLine: "Ny linje",
    remove: "Ta ut",
    lineNo: (d) => `Linje ${d.n}`,
    money: "Pengar",
    inKindLong: "Eigeninnsats",
    difference: "Skilnad",
    balances: "Går opp",
    lacks: (d) => `Manglar ${d.sum}`,
    over: (d) => `${d.sum} for mykje`,
    reason: "Kvifor budsjettet blir endra",
    reasonHint: "Det er godkjent før. Grunnen står ved versjonen.",
    save: "Lagre utkastet",
    moreLines: "Lagre og få fleire linjer",
    approve: "Godkjenn budsjettet",
    approveAbout: "Kostnader og finansiering er like. Godkjent står det fast; blir det endra, blir det ein ny versjon.",
    draft: (d) => `Versjon ${d.number} er eit utkast.`,
    approved: (d) => `Versjon ${d.number}, godkjend ${d.day} av ${d.by}`,
    versions: "Versjonar",
    table: "Budsjettet ved sida av rekneskapen",
    approvedCol: "Godkjent",
    revisedCol: "Revidert",
    actualCol: "Brukt",
    forecastCol: "Overslag",
    sum: "Sum",
    actualDiffers: (d) => `Brukt utan finansiering: ${d.sum}. Før det på ei linje som kan betale, eller revider budsjettet.`,
    edit: "Skriv budsjettet",
    forecasts: "Overslag",
    forecastsHint: "Kva du trur kvar linje kjem til når prosjektet er over.",
    saveForecasts: "Lagre overslaga",
  },
  en: {
    title: "Budget",
    lead: "What it costs on one side, what pays for it on the other. They must be equal before the budget can be approved.",
    costs: "Costs",
    financing: "Financing",
    kinds: {
      hours: "Hours",
      purchase: "Purchase",
      travel: "Travel",
      other: "Other",
      grant: "Grant",
      own: "Own contribution",
      fee: "Membership fees",
      partner: "Partner",
    },
    kind: "Kind",
    text: "Line",
    amount: "Kroner",
    inKind: "In kind",
    paidBy: "Paid by",
    award: "Award",
    noLine: "None chosen",
    newLine: "New line",
    remove: "Take out",
    lineNo: (d) => `Line ${d.n}`,
    money: "Money",
    inKindLong: "In kind",
    difference: "Difference",
    balances: "Balances",
    lacks: (d) => `${d.sum} short`,
    over: (d) => `${d.sum} too much`,
    reason: "Why the budget changes",
    reasonHint: "It has been approved before. The reason stands with the version.",
    save: "Save the draft",
    moreLines: "Save and get more lines",
    approve: "Approve the budget",
    approveAbout: "Costs and financing are equal. Approved it stands; a change is a new version.",
    draft: (d) => `Version ${d.number} is a draft.`,
    approved: (d) => `Version ${d.number}, approved ${d.day} by ${d.by}`,
    versions: "Versions",
    table: "The budget beside the accounts",
    approvedCol: "Approved",
    revisedCol: "Revised",
    actualCol: "Spent",
    forecastCol: "Forecast",
    sum: "Sum",
    actualDiffers: (d) => `Spent without financing: ${d.sum}. Book it on a line that can pay, or revise the budget.`,
    edit: "Write the budget",
    forecasts: "Forecast",
    forecastsHint: "What you believe each line comes to when the project is over.",
    saveForecasts: "Save the forecast",
  },
});
