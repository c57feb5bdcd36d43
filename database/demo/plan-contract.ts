import { z } from "zod";
import { forWhom, planPeriods, supplies } from "../../src/features/plans/plan.ts";

const whole = z.number().int().min(0);
const texts = z.strictObject({ nb: z.string(), nn: z.string(), en: z.string() });

const plan = z.strictObject({
  space: z.string(),
  key: z.string(),
  names: texts,
  kroner: whole,
  period: z.enum(planPeriods),
  validDays: whole.optional(),
  days: whole.default(0),
  roomHours: whole.default(0),
  machineHours: whole.default(0),
  noticeDays: whole.default(0),
  forWhom: z.enum(forWhom).default("everyone"),
  supply: z.enum(supplies).default("service"),
  membershipPlan: z.string().nullable().default(null),
});

const subscription = z.strictObject({
  space: z.string(),
  plan: z.string(),
  person: z.string().optional(),
  company: z.string().optional(),
  seats: whole.optional(),
  people: z.array(z.string()).default([]),
  /** It began on the first day of the month so many months ago. */
  monthsAgo: whole,
  /** It ends with the month so many months ahead beginning. */
  endsMonth: whole.optional(),
  pause: z.strictObject({ fromMonth: whole, untilMonth: whole, reason: z.string() }).optional(),
});

/** The plans of houses, and who has which. */
export const plans = z.strictObject({ plans: z.array(plan), subscriptions: z.array(subscription) });
