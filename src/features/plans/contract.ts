import { z } from "@hono/zod-openapi";
import { accessRefusals } from "../../platform/access/refusals.ts";
import { pageOf, pageQuery } from "../../platform/http/cursor.ts";
import { dayField, idField, idOrSlug, momentField, textField } from "../../platform/http/fields.ts";
import { requestRefusals } from "../../platform/http/request-refusals.ts";
import { json, jsonBody, route } from "../../platform/http/route.ts";
import { ifMatchHeader } from "../../platform/http/version.ts";
import { units } from "./plan.ts";
import { planRefusals, reversalRefusals, subscriptionRefusals } from "./refusals.ts";
import { allowance, charge, chargeFilters, entry, newPlan, plan, planChanges, planTerms, subscription } from "./shapes.ts";

const known = [accessRefusals.signIn, accessRefusals.notHere];
const ofSpace = z.object({ id: idOrSlug.openapi({ description: "Id or slug of the space" }) });
const one = z.object({ id: idField });
const email = z.email().max(200).toLowerCase();
const reasoned = jsonBody(z.strictObject({ reason: textField(500).min(1) }));
const tags = ["plans"];
const manager = "manager of the organization";

export const listPlans = route({
  method: "get",
  path: "/spaces/{id}/plans",
  tags,
  summary: "List the plans and packs of a space",
  description: "In the order its managers chose; those not offered any more are for the managers.",
  permission: "everyone",
  refusals: [accessRefusals.notHere],
  request: { params: ofSpace },
  responses: { 200: json(z.object({ items: z.array(plan) }), "The plans") },
});

export const addPlan = route({
  method: "post",
  path: "/spaces/{id}/plans",
  tags,
  summary: "Add a plan or a pack to a space",
  permission: manager,
  refusals: [...known, planRefusals.packNeedsDays],
  request: { params: ofSpace, body: jsonBody(newPlan) },
  responses: { 201: json(plan, "The plan") },
});

export const changePlan = route({
  method: "patch",
  path: "/plans/{id}",
  tags,
  summary: "Change a plan",
  description:
    "Only what is sent is changed. Periods that have begun stay as they are. With `offeredUntil` nobody new gets it from that day.",
  permission: manager,
  refusals: [...known, planRefusals.hasHolders, requestRefusals.changedMeanwhile],
  request: { params: one, headers: ifMatchHeader, body: jsonBody(planChanges) },
  responses: { 200: json(plan, "The plan as it now is") },
});

export const replacePlan = route({
  method: "post",
  path: "/plans/{id}/successors",
  tags,
  summary: "Let a new version take the place of a plan",
  description:
    "With what is sent changed, from the day `from` (today). Whoever has the old version keeps it; with `movesHolders` each goes over at the end of the first period that the notice reaches, and is told.",
  permission: manager,
  refusals: [...known, planRefusals.replacedAlready, requestRefusals.changedMeanwhile],
  request: {
    params: one,
    headers: ifMatchHeader,
    body: jsonBody(planTerms.extend({ from: dayField.optional(), movesHolders: z.boolean().optional() })),
  },
  responses: { 201: json(plan, "The new version") },
});

export const listSubscriptions = route({
  method: "get",
  path: "/spaces/{id}/subscriptions",
  tags,
  summary: "List who has which plan at a space",
  description: "Those that run and those to come, by the holder's name.",
  permission: manager,
  refusals: known,
  request: { params: ofSpace, query: pageQuery },
  responses: { 200: json(pageOf(subscription), "A page of subscriptions") },
});

export const startSubscription = route({
  method: "post",
  path: "/spaces/{id}/subscriptions",
  tags,
  summary: "Give somebody a plan",
  description:
    "Give `personId` or `email` of somebody known, or `organization` with the number of `seats` it pays for. What begins today is owed and granted at once.",
  permission: manager,
  refusals: [
    ...known,
    planRefusals.notOffered,
    planRefusals.notForThem,
    subscriptionRefusals.unknownHolder,
    subscriptionRefusals.beginsInPast,
    subscriptionRefusals.seatsMissing,
  ],
  request: {
    params: ofSpace,
    body: jsonBody(
      z
        .strictObject({
          planId: idField,
          personId: idField.optional(),
          email: email.optional(),
          organization: idOrSlug.optional(),
          seats: z.number().int().min(1).max(10_000).optional(),
          from: dayField.optional(),
        })
        .refine(({ personId, email, organization }) => [personId, email, organization].filter((who) => who !== undefined).length === 1, {
          path: ["email"],
        }),
    ),
  },
  responses: { 201: json(subscription, "The subscription") },
});

export const readSubscription = route({
  method: "get",
  path: "/subscriptions/{id}",
  tags,
  summary: "Read a subscription",
  permission: "holder or manager of the organization",
  refusals: known,
  request: { params: one },
  responses: { 200: json(subscription, "The subscription") },
});

export const endSubscription = route({
  method: "put",
  path: "/subscriptions/{id}/end",
  tags,
  summary: "Give notice to end a subscription",
  description: "It is over at the end of the first period the notice reaches, or of a later one, when `on` says so.",
  permission: "holder or manager of the organization",
  refusals: [...known, subscriptionRefusals.endsAlready, subscriptionRefusals.packRunsOut],
  request: { params: one, body: jsonBody(z.strictObject({ on: dayField.optional(), reason: textField(500).optional() })) },
  responses: { 200: json(subscription, "The subscription, with its last day") },
});

export const pauseSubscription = route({
  method: "put",
  path: "/subscriptions/{id}/pause",
  tags,
  summary: "Pause a subscription for whole periods",
  description: "From the first period that begins on or after `from`, until the first that begins on or after `until`.",
  permission: manager,
  refusals: [...known, subscriptionRefusals.pausedAlready, subscriptionRefusals.endsBeforePause, subscriptionRefusals.packRunsOut],
  request: { params: one, body: jsonBody(z.strictObject({ from: dayField, until: dayField, reason: textField(500).optional() })) },
  responses: { 200: json(subscription, "The subscription, with its pauses") },
});

export const changeSubscription = route({
  method: "put",
  path: "/subscriptions/{id}/next-plan",
  tags,
  summary: "Change to another plan when the period is over",
  permission: manager,
  refusals: [
    ...known,
    planRefusals.notOffered,
    planRefusals.notForThem,
    subscriptionRefusals.endsAlready,
    subscriptionRefusals.packRunsOut,
  ],
  request: {
    params: one,
    body: jsonBody(z.strictObject({ planId: idField, seats: z.number().int().min(1).max(10_000).optional() })),
  },
  responses: { 200: json(subscription, "The subscription that follows") },
});

export const addPerson = route({
  method: "post",
  path: "/subscriptions/{id}/people",
  tags,
  summary: "Name somebody a company pays for",
  permission: "holder or manager of the organization",
  refusals: [
    ...known,
    subscriptionRefusals.unknownHolder,
    subscriptionRefusals.seatsTaken,
    subscriptionRefusals.personIsIn,
    subscriptionRefusals.ofOnePerson,
    subscriptionRefusals.endsBeforeStart,
  ],
  request: {
    params: one,
    body: jsonBody(
      z
        .strictObject({
          personId: idField.optional(),
          email: email.optional(),
          from: dayField.optional(),
          until: dayField.nullable().optional(),
        })
        .refine(({ personId, email }) => (personId === undefined) !== (email === undefined), { path: ["email"] }),
    ),
  },
  responses: { 201: json(subscription, "The subscription with its people") },
});

export const endPerson = route({
  method: "put",
  path: "/subscriptions/{id}/people/{personId}/end",
  tags,
  summary: "Stop paying for somebody",
  description: "`on` is the first day not; today when left out.",
  permission: "holder or manager of the organization",
  refusals: [...known, subscriptionRefusals.endsBeforeStart],
  request: { params: z.object({ id: idField, personId: idField }), body: jsonBody(z.strictObject({ on: dayField.optional() })) },
  responses: { 200: json(subscription, "The subscription with its people") },
});

export const listEntitlements = route({
  method: "get",
  path: "/people/{id}/entitlements",
  tags,
  summary: "See what somebody may draw on",
  description:
    "What the plans they have, themselves or through a company, include in the periods of the day `on` (today) and after it. Each balance is the sum of its entries, at the moment `at` (now).",
  permission: "holder or manager of the organization",
  refusals: known,
  request: { params: one, query: z.object({ on: dayField.optional(), at: momentField.optional() }) },
  responses: { 200: json(z.object({ items: z.array(allowance) }), "Allowances, soonest first") },
});

export const listEntries = route({
  method: "get",
  path: "/subscriptions/{id}/entitlement-entries",
  tags,
  summary: "See the entries of an allowance",
  description: "Everything that was granted, held, used, released, expired and reversed of one unit in one period, the last first.",
  permission: "holder or manager of the organization",
  refusals: known,
  request: { params: one, query: z.object({ unit: z.enum(units), periodFrom: dayField }) },
  responses: { 200: json(z.object({ items: z.array(entry) }), "The entries") },
});

export const listUses = route({
  method: "get",
  path: "/subscriptions/{id}/uses",
  tags,
  summary: "See what was used of a subscription",
  description: "Of all units and periods, the last first; what was given back is marked.",
  permission: manager,
  refusals: known,
  request: { params: one, query: pageQuery },
  responses: { 200: json(pageOf(entry), "A page of uses") },
});

export const reverseUse = route({
  method: "put",
  path: "/entitlement-entries/{id}/reversal",
  tags,
  summary: "Give a use back to its allowance",
  permission: manager,
  refusals: [...known, reversalRefusals.entryReversed, reversalRefusals.notReversible],
  request: { params: one, body: reasoned },
  responses: { 200: json(z.object({ items: z.array(entry) }), "The entries of the allowance") },
});

export const listCharges = route({
  method: "get",
  path: "/spaces/{id}/charges",
  tags,
  summary: "List what is owed to a space",
  description: "For days from `from` until `until`, the latest first, with what caused each; of one kind or of somebody, when asked so.",
  permission: manager,
  refusals: known,
  request: { params: ofSpace, query: pageQuery.extend(chargeFilters.shape) },
  responses: {
    200: json(
      pageOf(charge).extend({ sumOre: z.number().int().openapi({ description: "Of all charges of the days, reversals taken from it" }) }),
      "A page of charges",
    ),
  },
});

export const reverseCharge = route({
  method: "put",
  path: "/charges/{id}/reversal",
  tags,
  summary: "Reverse a charge by an entry against it",
  permission: manager,
  refusals: [...known, reversalRefusals.chargeReversed, reversalRefusals.notReversible],
  request: { params: one, body: reasoned },
  responses: { 200: json(charge, "The entry against it") },
});
