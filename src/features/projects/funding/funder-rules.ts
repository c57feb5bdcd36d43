import type { InEveryLanguage } from "../../../platform/language/language.ts";
import type { Day } from "../../../platform/time/day.ts";

/**
 * What a funder may ask for, as numbers:
 * support_percent: the most of the costs it pays · holdback_percent: what it keeps until the report is accepted · report_months: after
 * the end of the project · attestation_ore: from this grant on an auditor confirms the accounts · salary_per_10000: ten-thousandths
 * of a yearly salary that an hour costs · hour_cap_ore: the most for an hour · hours_a_year: the most hours a person in a year ·
 * deviation_percent: what a line may differ from its plan without being explained.
 */
export const ruleKeys = [
  "support_percent",
  "holdback_percent",
  "report_months",
  "attestation_ore",
  "salary_per_10000",
  "hour_cap_ore",
  "hours_a_year",
  "deviation_percent",
] as const;
export type RuleKey = (typeof ruleKeys)[number];

export interface Rule {
  key: RuleKey;
  value: number;
  /** Where it stands, and the day it stood there. */
  source: string;
  sourceOn: Day;
}

/** What a tranche waits for before it is paid: that a report is accepted, whichever comes next, or the final one. */
export const awaitedReports = ["report", "final_report"] as const;
export type AwaitedReport = (typeof awaitedReports)[number];

/** An example to begin from: every value is copied into the award and can be changed there. */
export interface FunderExample {
  id: string;
  names: InEveryLanguage;
  rules: Rule[];
  /** Shares of the amount in percent, with what each waits for. */
  tranches: { percent: number; conditions: InEveryLanguage; awaits?: AwaitedReport }[];
  /** How many years it runs, when it is given by the year. */
  years?: number;
}

const example = { source: "Eksempel: bytt med det som står i tilsagnsbrevet", sourceOn: "2026-11-30" };
const hourRates = { source: "innovasjonnorge.no/artikkel/godkjente-timesatser", sourceOn: "2020-04-21" };

/** Without a rule of its own a line is explained from this deviation on. */
export const ordinaryDeviationPercent = 10;

export const funderExamples: FunderExample[] = [
  {
    id: "culture-grant",
    names: { nb: "Kulturtilskudd", nn: "Kulturtilskot", en: "Culture grant" },
    rules: [
      { key: "report_months", value: 3, ...example },
      { key: "attestation_ore", value: 50_000_000, ...example },
      { key: "holdback_percent", value: 20, ...example },
      { key: "deviation_percent", value: 10, ...example },
    ],
    tranches: [
      { percent: 80, conditions: { nb: "Når tilsagnet er godtatt", nn: "Når tilsegnet er godteke", en: "When the award is accepted" } },
      {
        percent: 20,
        conditions: { nb: "Når rapporten er godkjent", nn: "Når rapporten er godkjend", en: "When the report is accepted" },
        awaits: "final_report",
      },
    ],
  },
  {
    id: "innovasjon-norge",
    names: { nb: "Innovasjon Norge", nn: "Innovasjon Noreg", en: "Innovation Norway" },
    rules: [
      { key: "salary_per_10000", value: 12, ...hourRates },
      { key: "hour_cap_ore", value: 70_000, ...hourRates },
      { key: "hours_a_year", value: 1_850, ...hourRates },
      { key: "holdback_percent", value: 20, ...example },
      { key: "deviation_percent", value: 10, ...example },
    ],
    tranches: [
      { percent: 30, conditions: { nb: "Ved oppstart", nn: "Ved oppstart", en: "At the start" } },
      { percent: 50, conditions: { nb: "Ved delrapport", nn: "Ved delrapport", en: "With the interim report" }, awaits: "report" },
      {
        percent: 20,
        conditions: {
          nb: "Når sluttrapport og regnskap er godkjent",
          nn: "Når sluttrapport og rekneskap er godkjende",
          en: "When the final report and accounts are accepted",
        },
        awaits: "final_report",
      },
    ],
  },
  {
    id: "municipality-basic",
    names: { nb: "Kommunens grunntilskudd", nn: "Grunntilskotet frå kommunen", en: "Basic grant of a municipality" },
    rules: [{ key: "report_months", value: 3, ...example }],
    tranches: ["første", "andre", "tredje"].map((year, place) => ({
      // a third each; the last takes what is left
      percent: place === 2 ? 34 : 33,
      conditions: { nb: `For det ${year} året`, nn: `For det ${year} året`, en: `For year ${place + 1}` },
    })),
    years: 3,
  },
  {
    id: "county-support",
    names: { nb: "Fylkeskommunalt tilskudd", nn: "Fylkeskommunalt tilskot", en: "County grant" },
    rules: [
      { key: "support_percent", value: 50, ...example },
      { key: "holdback_percent", value: 25, ...example },
      { key: "report_months", value: 3, ...example },
    ],
    tranches: [
      {
        percent: 75,
        conditions: {
          nb: "Etter anmodning med påløpte kostnader",
          nn: "Etter oppmoding med påkomne kostnader",
          en: "On request with costs incurred",
        },
      },
      {
        percent: 25,
        conditions: { nb: "Når sluttrapporten er godkjent", nn: "Når sluttrapporten er godkjend", en: "When the final report is accepted" },
        awaits: "final_report",
      },
    ],
  },
];

/** An amount in parts of these percentages, in whole øre that come to the amount: the last takes what is left. */
export function inParts(amountOre: number, percents: readonly number[]): number[] {
  const parts = percents.map((percent) => Math.floor((amountOre * percent) / 100));
  const rest = amountOre - parts.slice(0, -1).reduce((sum, part) => sum + part, 0);
  return parts.map((part, place) => (place === parts.length - 1 ? rest : part));
}

/** What an hour costs the funder: of the salary by its rule, or as agreed, and never above its cap. Undefined when there is no rule for a salary. */
export function hourRate(
  given: { yearlySalaryOre: number | null; rateOre: number | null },
  rules: Partial<Record<RuleKey, number>>,
): { rateOre: number; capOre: number | null } | undefined {
  const share = rules.salary_per_10000;
  const worked =
    given.rateOre ??
    (given.yearlySalaryOre === null || share === undefined ? undefined : Math.floor((given.yearlySalaryOre * share) / 10_000));
  if (worked === undefined) return undefined;
  const capOre = rules.hour_cap_ore ?? null;
  return { rateOre: capOre === null ? worked : Math.min(worked, capOre), capOre };
}
