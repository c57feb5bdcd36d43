import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { z } from "zod";

/** How many of the firms of one form that were founded in a year were at work so many years later, in the whole country. */
export interface NationalSurvival {
  legalForm: string;
  cohort: number;
  horizonYears: number;
  share: number;
  source: string;
  sourceUrl: string;
}

const file = join(import.meta.dirname, "../../../../database/reference/survival.csv");
const row = z.object({
  legal_form: z.string().min(2),
  cohort: z.coerce.number().int(),
  horizon_years: z.coerce.number().int(),
  percent: z.coerce.number().min(0).max(100),
  source: z.string().min(1),
  source_url: z.url(),
});

/** The national figures of the reference file, with their source. */
export const nationalSurvival: readonly NationalSurvival[] = z
  .array(row)
  .parse(parse(readFileSync(file, "utf8"), { columns: true, bom: true }))
  .map(({ legal_form: legalForm, cohort, horizon_years: horizonYears, percent, source, source_url: sourceUrl }) => ({
    ...{ legalForm, cohort, horizonYears, source, sourceUrl },
    share: percent / 100,
  }));
