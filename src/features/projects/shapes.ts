import { z } from "@hono/zod-openapi";
import { dayField } from "../../platform/http/fields.ts";
import { costKinds, financingKinds, sides } from "./budget/balance.ts";
import { awaitedReports, ruleKeys } from "./funding/funder-rules.ts";

export const texts = z.object({ nb: z.string().optional(), nn: z.string().optional(), en: z.string().optional() });
export const ore = z.number().int().openapi({ description: "In øre" });
const day = dayField.nullable();

const pair = z.object({
  costOre: ore,
  financingOre: ore,
  differenceOre: ore.openapi({ description: "Costs less financing: positive lacks financing" }),
});
export const pairSchema = pair.openapi("BalancePair");

const projectLine = {
  id: z.uuid(),
  slug: z.string(),
  organization: z.object({ id: z.uuid(), slug: z.string(), name: z.string() }),
  titles: texts,
  lead: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  leadPercent: z.number().int().nullable(),
  from: dayField,
  to: dayField,
};
export const projectLineSchema = z.object({ ...projectLine, plannedOre: ore, spentOre: ore, nextDeadline: day }).openapi("ProjectLine");

export const rule = z.object({ key: z.enum(ruleKeys), value: z.number().int(), source: z.string(), sourceOn: dayField });
export const deadlineKinds = ["report", "accounts", "payment_request", "other"] as const;
const tranche = z.object({
  id: z.uuid(),
  number: z.number().int(),
  amountOre: ore,
  receivedOre: ore,
  receivedOn: day,
  expectedOn: day,
  condition: z.string().nullable(),
  awaits: z.enum(awaitedReports).nullable().openapi({ description: "Which report is to be accepted before it is paid" }),
  releasedOn: day.openapi({ description: "The day that report was accepted" }),
});
const receipt = z.object({
  id: z.uuid(),
  trancheId: z.uuid(),
  receivedOn: dayField,
  amountOre: ore,
  correctsId: z.uuid().nullable(),
  reason: z.string().nullable(),
});
const deadline = z.object({ id: z.uuid(), kind: z.enum(deadlineKinds), dueOn: dayField, doneOn: day });
const stand = z.object({
  amountOre: ore,
  tranches: z.array(
    z.object({
      number: z.number().int(),
      amountOre: ore,
      expectedOn: dayField.nullable(),
      condition: z.string().nullable(),
      awaits: z.enum(awaitedReports).nullable().optional(),
    }),
  ),
  deadlines: z.array(z.object({ kind: z.enum(deadlineKinds), dueOn: dayField })),
});
const change = z.object({
  id: z.uuid(),
  reason: z.string(),
  agreedOn: dayField.nullable().openapi({ description: "The day the funder agreed; null: it was not asked" }),
  agreedReference: z.string().nullable(),
  changedAt: z.string(),
  changedBy: z.string().nullable(),
  before: stand,
  after: stand,
});
const packLine = z.object({
  id: z.uuid(),
  number: z.number().int(),
  from: dayField,
  to: dayField,
  sentAt: z.string().nullable(),
  acceptedOn: day,
  returnedOn: day.openapi({ description: "The day the funder asked for more; null when it has not, or the report was sent again" }),
});

export const fundingSchema = z
  .object({
    id: z.uuid(),
    funder: z.string(),
    funderSlug: z.string().nullable(),
    call: z.object({ slug: z.string(), title: texts }).nullable().openapi({ description: "The call it was granted in" }),
    decidedOn: dayField,
    reference: z.string().nullable(),
    amountOre: ore,
    conditions: z.string().nullable(),
    receivedOre: ore,
    heldBackOre: ore.openapi({ description: "What the funder keeps until the final report is accepted" }),
    needsAttestation: z.boolean(),
    rules: z.array(rule),
    tranches: z.array(tranche),
    receipts: z.array(receipt),
    deadlines: z.array(deadline),
    changes: z.array(change).openapi({ description: "How it has changed since it was given, the last first" }),
    reportPacks: z.array(packLine),
    version: z.number().int(),
  })
  .openapi("Funding");

export const milestoneSchema = z
  .object({
    id: z.uuid(),
    workPackageId: z.uuid().nullable(),
    title: z.string(),
    plannedOn: dayField,
    forecastOn: day,
    doneOn: day,
    evidence: z.string().nullable(),
    state: z.enum(["done", "late", "delayed", "planned"]),
  })
  .openapi("Milestone");

export const projectSchema = z
  .object({
    ...projectLine,
    descriptions: texts,
    focusAreas: z.array(z.string()),
    partners: z.array(z.object({ slug: z.string().nullable(), name: z.string(), role: z.string().nullable() })),
    workPackages: z.array(z.object({ id: z.uuid(), number: z.number().int(), title: z.string(), summary: z.string().nullable() })),
    milestones: z.array(milestoneSchema),
    events: z.array(
      z.object({
        id: z.uuid(),
        slug: z.string(),
        titles: texts,
        startsAt: z.string(),
        registered: z.number().int().openapi({ description: "Confirmed places" }),
        checkedIn: z.number().int().openapi({ description: "Places somebody came in on" }),
      }),
    ),
    fundings: z.array(fundingSchema).openapi({ description: "Empty for those who only work on the project" }),
    actual: pairSchema,
    plannedOre: ore,
    version: z.number().int(),
    abilities: z.object({ edit: z.boolean(), writeHours: z.boolean() }),
  })
  .openapi("Project");

export const budgetSchema = z
  .object({
    versions: z.array(
      z.object({
        number: z.number().int(),
        reason: z.string().nullable(),
        writtenAt: z.string(),
        approvedAt: z.string().nullable(),
        approvedBy: z.string().nullable(),
      }),
    ),
    draft: z.number().int().nullable(),
    lines: z.array(
      z.object({
        id: z.uuid(),
        side: z.enum(sides),
        kind: z.enum([...costKinds, ...financingKinds]),
        isInKind: z.boolean(),
        fundingId: z.uuid().nullable(),
        text: z.string(),
        financedById: z.uuid().nullable(),
        approvedOre: ore.nullable(),
        revisedOre: ore.nullable(),
        draftOre: ore.nullable(),
        actualOre: ore,
        forecastOre: ore.nullable(),
      }),
    ),
    balance: z.object({ money: pairSchema, inKind: pairSchema, isBalanced: z.boolean() }),
    actual: pairSchema,
    findings: z.array(z.string()).openapi({ description: "What does not fit the awards, in words" }),
    abilities: z.object({ edit: z.boolean(), approve: z.boolean() }),
  })
  .openapi("Budget");
