import { catalogue } from "../../../platform/language/language.ts";
import type { RuleKey } from "../funding/funder-rules.ts";

/** Words of the page where an award is written down and its rules are kept. */
export const fundingWords = catalogue<{
  newTitle: string;
  newLead: string;
  granted: string;
  grantedFor: (given: { title: string; funder: string; call: string }) => string;
  takeUp: string;
  funder: string;
  decidedOn: string;
  reference: string;
  amount: string;
  conditions: string;
  example: string;
  exampleHint: string;
  noExample: string;
  save: string;
  title: (d: { funder: string }) => string;
  lead: string;
  rules: Record<RuleKey, string>;
  source: string;
  sourceOn: string;
  saveRules: string;
  noRule: string;
  sum: (d: { sum: string }) => string;
}>({
  nb: {
    newTitle: "Nytt tilsagn",
    granted: "Dere har fått tilsagn",
    grantedFor: (f) => `${f.funder} innvilget «${f.title}» i ${f.call}.`,
    takeUp: "Ta det opp i prosjektet",
    newLead: "Det finansiøren har vedtatt. Velg et eksempel som ligner, så følger krav og rater med og kan rettes.",
    funder: "Finansiør",
    decidedOn: "Vedtatt",
    reference: "Referanse",
    amount: "Beløp i kroner",
    conditions: "Vilkår",
    example: "Eksempel på krav",
    exampleHint: "Hver verdi har en kilde og en dato. Bytt dem med det som står i tilsagnsbrevet.",
    noExample: "Ingen",
    save: "Skriv opp tilsagnet",
    title: (d) => `Krav fra ${d.funder}`,
    lead: "Hver verdi står med kilden sin. En verdi som endres, blir en ny rad; den gamle blir stående.",
    rules: {
      support_percent: "Høyeste andel av kostnadene, prosent",
      holdback_percent: "Holdes tilbake til rapporten er godkjent, prosent",
      report_months: "Rapport innen så mange måneder etter slutten",
      attestation_ore: "Revisor bekrefter fra og med, kroner",
      salary_per_10000: "En time koster av årslønna, titusendeler (12 er 1,2 promille)",
      hour_cap_ore: "Høyeste timesats, kroner",
      hours_a_year: "Flest timer for en person i året",
      deviation_percent: "Avvik som må forklares, over prosent",
    },
    source: "Kilde",
    sourceOn: "Kildens dato",
    saveRules: "Lagre kravene",
    noRule: "Tomt felt: intet krav.",
    sum: (d) => `Tilsagnet er på ${d.sum}.`,
  },
  nn: {
    newTitle: "Nytt tilsegn",
    granted: "De har fått tilsegn",
    grantedFor: (f) => `${f.funder} innvilga «${f.title}» i ${f.call}.`,
    takeUp: "Ta det opp i prosjektet",
    newLead: "Det finansiøren har vedteke. Vel eit døme som liknar, så følgjer krav og ratar med og kan rettast.",
    funder: "Finansiør",
    decidedOn: "Vedteke",
    reference: "Referanse",
    amount: "Beløp i kroner",
    conditions: "Vilkår",
    example: "Døme på krav",
    exampleHint: "Kvar verdi har ei kjelde og ein dato. Byt dei med det som står i tilsegnsbrevet.",
    noExample: "Ingen",
    save: "Skriv opp tilsegnet",
    title: (d) => `Krav frå ${d.funder}`,
    lead: "Kvar verdi står med kjelda si. Ein verdi som blir endra, blir ei ny rad; den gamle blir ståande.",
    rules: {
      support_percent: "Høgaste del av kostnadene, prosent",
      holdback_percent: "Blir halde tilbake til rapporten er godkjend, prosent",
      report_months: "Rapport innan så mange månader etter slutten",
      attestation_ore: "Revisor stadfester frå og med, kroner",
      salary_per_10000: "Ein time kostar av årsløna, titusendelar (12 er 1,2 promille)",
      hour_cap_ore: "Høgaste timesats, kroner",
      hours_a_year: "Flest timar for ein person i året",
      deviation_percent: "Avvik som må forklarast, over prosent",
    },
    source: "Kjelde",
    sourceOn: "Datoen til kjelda",
    saveRules: "Lagre krava",
    noRule: "Tomt felt: ikkje noko krav.",
    sum: (d) => `Tilsegnet er på ${d.sum}.`,
  },
  en: {
    newTitle: "New award",
    granted: "You have been granted",
    grantedFor: (f) => `${f.funder} granted “${f.title}” in ${f.call}.`,
    takeUp: "Take it up in the project",
    newLead: "What the funder has decided. Choose an example like it, and its rules and tranches come along to be corrected.",
    funder: "Funder",
    decidedOn: "Decided",
    reference: "Reference",
    amount: "Amount in kroner",
    conditions: "Conditions",
    example: "Example of rules",
    exampleHint: "Each value has a source and a date. Replace them with what the letter of award says.",
    noExample: "None",
    save: "Write down the award",
    title: (d) => `Rules of ${d.funder}`,
    lead: "Each value stands with its source. A value that changes is a new row; the old one stays.",
    rules: {
      support_percent: "Largest share of the costs, percent",
      holdback_percent: "Held back until the report is accepted, percent",
      report_months: "Report within so many months after the end",
      attestation_ore: "An auditor confirms from, kroner",
      salary_per_10000: "An hour costs of the yearly salary, ten-thousandths (12 is 1.2 per mille)",
      hour_cap_ore: "Highest rate an hour, kroner",
      hours_a_year: "Most hours of a person in a year",
      deviation_percent: "Deviations to be explained, over percent",
    },
    source: "Source",
    sourceOn: "Date of the source",
    saveRules: "Save the rules",
    noRule: "Empty field: no rule.",
    sum: (d) => `The award is ${d.sum}.`,
  },
});
