import { catalogue } from "../../../platform/language/language.ts";

/** Words that stand only in the workbook of a report to a funder. */
export const xlsxWords = catalogue({
  nb: {
    ...{
      about: "Om rapporten",
      accounts: "Regnskap og budsjett",
      what: "Hva",
      said: "Svar",
      project: "Prosjekt",
      funder: "Finansiør",
      period: "Periode",
      kind: "Slag",
    },
    ...{ limit: "Avvik over dette forklares", deviationKroner: "Avvik, kroner", deviationPercent: "Avvik, prosent" },
    ...{
      must: "Skal forklares",
      yes: "ja",
      kroner: "Kroner",
      milestone: "Milepæl",
      forecastOn: "Ventet",
      partner: "Partner",
      role: "Rolle",
    },
  },
  nn: {
    ...{
      about: "Om rapporten",
      accounts: "Rekneskap og budsjett",
      what: "Kva",
      said: "Svar",
      project: "Prosjekt",
      funder: "Finansiør",
      period: "Periode",
      kind: "Slag",
    },
    ...{ limit: "Avvik over dette blir forklarte", deviationKroner: "Avvik, kroner", deviationPercent: "Avvik, prosent" },
    ...{
      must: "Skal forklarast",
      yes: "ja",
      kroner: "Kroner",
      milestone: "Milepæl",
      forecastOn: "Venta",
      partner: "Partnar",
      role: "Rolle",
    },
  },
  en: {
    ...{
      about: "About the report",
      accounts: "Accounts and budget",
      what: "What",
      said: "Answer",
      project: "Project",
      funder: "Funder",
      period: "Period",
      kind: "Kind",
    },
    ...{ limit: "Deviations over this are explained", deviationKroner: "Deviation, kroner", deviationPercent: "Deviation, percent" },
    ...{
      must: "Must be explained",
      yes: "yes",
      kroner: "Kroner",
      milestone: "Milestone",
      forecastOn: "Expected",
      partner: "Partner",
      role: "Role",
    },
  },
});
