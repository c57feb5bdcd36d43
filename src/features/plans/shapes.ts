import { z } from "@hono/zod-openapi";
import { dayField, idField, neededTextsField, textField, textsField } from "../../platform/http/fields.ts";
import { chargeKinds } from "./charge.ts";
import { entryKinds } from "./ledger.ts";
import { forWhom, planPeriods, supplies, units } from "./plan.ts";

const day = z.string().openapi({ format: "date", example: "2026-11-01" });
const texts = z.object({ nb: z.string().optional(), nn: z.string().optional(), en: z.string().optional() });
const ore = z.number().int().openapi({ description: "In øre, without VAT", example: 150_000 });
const unit = z.enum(units).openapi({ description: "Days at a desk, minutes of meeting rooms, minutes of machines" });
const holder = z.object({ kind: z.enum(["person", "company"]), id: z.uuid(), slug: z.string().nullable(), name: z.string() });

const planFields = {
  names: neededTextsField(120),
  descriptions: textsField(1000).optional(),
  priceOre: z.number().int().min(0).max(100_000_000).openapi({ description: "For each period, in øre without VAT", example: 150_000 }),
  includedDays: z.number().int().min(0).max(366).optional(),
  includedRoomMinutes: z.number().int().min(0).max(527_040).optional(),
  includedMachineMinutes: z.number().int().min(0).max(527_040).optional(),
  noticeDays: z.number().int().min(0).max(366).optional(),
  forWhom: z.enum(forWhom).optional(),
  membershipPlan: textField(40)
    .nullable()
    .optional()
    .openapi({ description: "The class its holders have as members: flex, fixed_desk, team" }),
  supply: z.enum(supplies).optional().openapi({ description: "What is sold, as the VAT act has it" }),
  placeInOrder: z.number().int().min(0).max(1000).optional(),
};

export const newPlan = z.strictObject({
  ...planFields,
  period: z.enum(planPeriods).openapi({ description: "`once`: a pack, which lasts `validDays`" }),
  validDays: z.number().int().min(1).max(1100).optional(),
});
export type NewPlan = z.infer<typeof newPlan>;

export const planChanges = z.strictObject({ ...planFields, offeredUntil: dayField.nullable() }).partial();
export type PlanChanges = z.infer<typeof planChanges>;

const { names: _names, descriptions: _descriptions, ...termFields } = planFields;
export const planTerms = z.strictObject({ names: neededTextsField(120), ...termFields }).partial();
export type PlanTerms = z.infer<typeof planTerms>;

export const plan = z
  .object({
    id: z.uuid(),
    space: z.object({ id: z.uuid(), slug: z.string() }),
    names: texts,
    descriptions: texts,
    priceOre: ore,
    period: z.enum(planPeriods),
    validDays: z.number().int().nullable(),
    includedDays: z.number().int(),
    includedRoomMinutes: z.number().int(),
    includedMachineMinutes: z.number().int(),
    noticeDays: z.number().int(),
    forWhom: z.enum(forWhom),
    membershipPlan: z.string().nullable(),
    supply: z.enum(supplies),
    placeInOrder: z.number().int(),
    offeredFrom: day.nullable(),
    offeredUntil: day.nullable(),
    replacesId: z.uuid().nullable().openapi({ description: "The plan it took the place of" }),
    version: z.number().int(),
    abilities: z.object({ edit: z.boolean() }),
  })
  .openapi("Plan");

export const allowance = z
  .object({
    space: z.object({ id: z.uuid(), slug: z.string(), name: z.string() }),
    subscriptionId: z.uuid(),
    plan: texts,
    company: z.string().nullable().openapi({ description: "Who pays, when it is a company's; all its people draw on it" }),
    unit,
    periodFrom: day,
    periodUntil: day,
    granted: z.number().int(),
    held: z.number().int().openapi({ description: "By bookings that are not over" }),
    used: z.number().int(),
    expired: z.number().int(),
    balance: z.number().int().openapi({ description: "granted − held − used − expired: the sum of its entries" }),
  })
  .openapi("Entitlement");

export const subscription = z
  .object({
    id: z.uuid(),
    space: z.object({ id: z.uuid(), slug: z.string(), name: z.string() }),
    plan: z.object({ id: z.uuid(), names: texts, period: z.enum(planPeriods), priceOre: ore }),
    holder,
    seats: z.number().int().nullable(),
    people: z.array(z.object({ personId: z.uuid(), name: z.string(), from: day, until: day.nullable() })),
    from: day,
    until: day.nullable().openapi({ description: "The first day it is over; null: so far" }),
    nextPeriodOn: day.nullable(),
    followsId: z.uuid().nullable(),
    pauses: z.array(z.object({ from: day, until: day, reason: z.string().nullable() })),
    noticeAt: z.string().nullable(),
    version: z.number().int(),
    abilities: z.object({ manage: z.boolean(), end: z.boolean(), namePeople: z.boolean() }),
  })
  .openapi("Subscription");

export const entry = z
  .object({
    id: z.uuid(),
    number: z.number().int(),
    kind: z.enum(entryKinds),
    unit,
    amount: z.number().int().openapi({ description: "What it added to the balance; below zero what it took" }),
    balance: z.number().int().openapi({ description: "After it" }),
    periodFrom: day,
    periodUntil: day,
    bookingId: z.uuid().nullable(),
    person: z.string().nullable().openapi({ description: "For whom, to that person and to those who manage the plan" }),
    reversesId: z.uuid().nullable(),
    isReversed: z.boolean(),
    writtenAt: z.string(),
    reason: z.string().nullable(),
    abilities: z.object({ reverse: z.boolean() }),
  })
  .openapi("EntitlementEntry");

export const chargeFilters = z.object({
  from: dayField,
  until: dayField,
  kind: z.enum(chargeKinds).optional(),
  q: textField(100).optional().openapi({ description: "Part of the name of who owes" }),
});
export type ChargeFilters = z.infer<typeof chargeFilters>;

export const charge = z
  .object({
    id: z.uuid(),
    kind: z.enum(chargeKinds),
    owedTo: z.uuid().openapi({ description: "The organization that runs the house" }),
    owedBy: holder.extend({
      kind: z.enum(["person", "company", "hirer"]).openapi({ description: "`hirer`: whoever a hire names; the id is the hire's" }),
    }),
    amountOre: ore,
    supply: z.enum(supplies),
    vatPercent: z.number().int().openapi({ description: "0 of a fee for cancelling: nothing was delivered" }),
    sellerIsVatRegistered: z.boolean().nullable().openapi({ description: "As the register said then; null when it had not been asked" }),
    day,
    cause: z.object({
      plan: texts.nullable(),
      subscriptionId: z.uuid().nullable(),
      periodFrom: day.nullable(),
      resource: z.string().nullable(),
      bookingId: z.uuid().nullable(),
      orderId: z.uuid().nullable().openapi({ description: "A production order that was collected" }),
      hireId: z.uuid().nullable().openapi({ description: "A hire by somebody who is no member" }),
      startsAt: z.string().nullable(),
      endsAt: z.string().nullable(),
    }),
    reversesId: idField.nullable(),
    isReversed: z.boolean(),
    writtenAt: z.string(),
    reason: z.string().nullable(),
    abilities: z.object({ reverse: z.boolean() }),
  })
  .openapi("Charge");
