import { z } from "zod";
import { type Dimension, dimensions, type Terms, termsSchema } from "../agreement.ts";

/** What a version says: its text in each language, its terms, and its quotas, one for each dimension at most. */
export interface Wording {
  texts: Partial<Record<"nb" | "nn" | "en", string>>;
  terms: Terms;
  quotas: { dimension: Dimension; daysPerMonth: number }[];
}

export const quotasSchema = z
  .array(
    z.strictObject({
      dimension: z.enum(dimensions),
      daysPerMonth: z
        .number()
        .int()
        .min(0)
        .max(31 * 1000),
    }),
  )
  .max(dimensions.length)
  .refine((quotas) => new Set(quotas.map(({ dimension }) => dimension)).size === quotas.length);

/** What a network's first draft begins with: five days a month, held at once, a month ahead, settled by netting. */
export const firstWording: Wording = {
  texts: {},
  terms: termsSchema.parse({
    horizonDays: 30,
    cancelDaysBefore: 1,
    cancelTime: "18:00",
    answerHours: 24,
    offerHours: 24,
    noShowStrikes: 3,
    noShowWithinDays: 90,
    pauseDays: 30,
    eligiblePlans: null,
    minimumMembershipDays: 0,
    priceAfterQuotaOre: null,
    settlement: "netting",
  }),
  quotas: [{ dimension: "person", daysPerMonth: 5 }],
};
