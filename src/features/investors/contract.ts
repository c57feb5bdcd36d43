import { z } from "@hono/zod-openapi";
import { accessRefusals } from "../../platform/access/refusals.ts";
import { pageOf, pageQuery } from "../../platform/http/cursor.ts";
import { dayField, idField, idOrSlug, nameField, textField, textsField } from "../../platform/http/fields.ts";
import { json, jsonBody, route } from "../../platform/http/route.ts";
import { ifMatchHeader } from "../../platform/http/version.ts";
import { interestStates } from "./raises/interest-states.ts";
import { instruments, stages } from "./raises/raise.ts";
import { givenTiers } from "./raises/tier.ts";
import { investorRefusals } from "./refusals.ts";
import { investorLineSchema, investorOfRaise, place, profileSchema, recordSchema, recordWithConsents, toldSchema } from "./shapes.ts";

const params = z.object({ id: idOrSlug });
const byId = z.object({ id: idField });
export const known = [accessRefusals.signIn, accessRefusals.notHere];
export const tags = ["investors"];
export const runs = "manager or coordinator of the network" as const;
export const startup = "owner or manager of the startup" as const;
export const investor = "owner or manager of the investor" as const;
export const amount = z.number().int().min(100).max(1_000_000_000_000);
const limit = z.number().int().min(0).max(1_000_000_000_000).nullable();
const contact = z.strictObject({ name: nameField(120), email: z.email().max(254), phone: textField(40).optional() });

const wish = {
  ticketFromOre: limit.optional(),
  ticketToOre: limit.optional(),
  stages: z.array(z.enum(stages)).max(stages.length).optional(),
  sectors: z.array(nameField(40)).max(20).optional(),
  counties: z
    .array(z.string().regex(/^\d{2}$/))
    .max(15)
    .optional(),
  looksFor: textField(2_000).optional(),
  avoids: textField(2_000).optional(),
};

export const listInvestors = route({
  method: "get",
  path: "/organizations/{id}/investors",
  tags,
  summary: "Investors of a network",
  permission: runs,
  refusals: known,
  request: { params, query: pageQuery },
  responses: { 200: json(pageOf(investorLineSchema), "A page of investors, by name") },
});

export const admitInvestor = route({
  method: "post",
  path: "/organizations/{id}/investors",
  tags,
  summary: "Let an investor into a network",
  description: "Those who own or manage the organization then see what startups of the network let investors see.",
  permission: runs,
  refusals: [...known, investorRefusals.unknownOrganization, investorRefusals.alreadyIn, investorRefusals.ticketOrder],
  request: { params, body: jsonBody(z.strictObject({ organization: idOrSlug, ...wish })) },
  responses: { 201: json(profileSchema, "The investor") },
});

export const listOwnProfiles = route({
  method: "get",
  path: "/me/investor-profiles",
  tags,
  summary: "Investors you speak for",
  permission: "signed in",
  refusals: [accessRefusals.signIn],
  responses: { 200: json(z.object({ items: z.array(investorLineSchema) }), "The investors") },
});

export const listMyRaises = route({
  method: "get",
  path: "/me/raises",
  tags,
  summary: "Raises of the startups you speak for",
  permission: "signed in",
  refusals: [accessRefusals.signIn],
  responses: { 200: json(z.object({ items: z.array(recordSchema) }), "The raises, the newest first") },
});

export const readProfile = route({
  method: "get",
  path: "/investor-profiles/{id}",
  tags,
  summary: "Read what an investor looks for",
  permission: "the investor, those who run the network, and startups that raise there",
  refusals: known,
  request: { params: byId },
  responses: { 200: json(profileSchema, "The investor") },
});

export const changeProfile = route({
  method: "patch",
  path: "/investor-profiles/{id}",
  tags,
  summary: "Change what an investor looks for",
  description: "What is left out stays. Whom to get in touch with is written by the investor alone.",
  permission: "the investor, or those who run the network",
  refusals: [...known, investorRefusals.ticketOrder],
  request: { params: byId, headers: ifMatchHeader, body: jsonBody(z.strictObject({ ...wish, contact: contact.optional() })) },
  responses: { 200: json(profileSchema, "The investor") },
});

export const endProfile = route({
  method: "put",
  path: "/investor-profiles/{id}/ending",
  tags,
  summary: "Take an investor out of a network",
  description: "From now on it sees nothing there.",
  permission: "the investor, or those who run the network",
  refusals: known,
  request: { params: byId },
  responses: { 204: { description: "It is out" } },
});

const raise = {
  amountOre: amount,
  stage: z.enum(stages),
  instrument: z.enum(instruments),
  deadline: dayField.nullable().optional(),
  summary: textsField(400).optional().openapi({ description: "The first tier: say nothing here that gives away who you are" }),
  text: textsField(8_000).optional().openapi({ description: "Told from the tier `names`" }),
  terms: textsField(2_000).optional().openapi({ description: "Told at the tier `contact`" }),
  contact,
  event: idOrSlug.nullable().optional().openapi({ description: "Where you pitch; told from the tier `names`" }),
};

export const listOwnRaises = route({
  method: "get",
  path: "/organizations/{id}/raises",
  tags,
  summary: "Raises of a startup",
  permission: startup,
  refusals: known,
  request: { params },
  responses: {
    200: json(
      z.object({
        items: z.array(recordSchema),
        networks: z.array(place).openapi({ description: "Where it may raise" }),
      }),
      "The raises, the newest first",
    ),
  },
});

export const beginRaise = route({
  method: "post",
  path: "/organizations/{id}/raises",
  tags,
  summary: "Begin a raise",
  description: "As a draft nobody else sees.",
  permission: startup,
  refusals: [...known, investorRefusals.unknownNetwork, investorRefusals.oneRaise, investorRefusals.unknownEvent],
  request: { params, body: jsonBody(z.strictObject({ network: idOrSlug, ...raise })) },
  responses: { 201: json(recordWithConsents, "The raise") },
});

export const listRaises = route({
  method: "get",
  path: "/raises",
  tags,
  summary: "Raises you are told of",
  description: "Each as far as some consent lets you see; those who run a network, and advisers of the startup, as far as names.",
  permission: "signed in",
  refusals: known,
  request: { query: pageQuery.extend({ network: idOrSlug.optional() }) },
  responses: { 200: json(pageOf(toldSchema), "A page of raises, the newest first") },
});

export const readRaise = route({
  method: "get",
  path: "/raises/{id}",
  tags,
  summary: "Read a raise as you are told it",
  permission: "those the startup tells",
  refusals: known,
  request: { params: byId },
  responses: { 200: json(toldSchema, "The raise") },
});

export const readRecord = route({
  method: "get",
  path: "/raises/{id}/record",
  tags,
  summary: "Read a raise whole, with every consent",
  permission: startup,
  refusals: known,
  request: { params: byId },
  responses: { 200: json(recordWithConsents, "The raise") },
});

export const changeRaise = route({
  method: "patch",
  path: "/raises/{id}",
  tags,
  summary: "Change a raise",
  description: "What is left out stays.",
  permission: startup,
  refusals: [...known, investorRefusals.raiseEnded, investorRefusals.unknownEvent],
  request: {
    params: byId,
    headers: ifMatchHeader,
    body: jsonBody(z.strictObject(raise).partial()),
  },
  responses: { 200: json(recordWithConsents, "The raise") },
});

export const publishRaise = route({
  method: "put",
  path: "/raises/{id}/publication",
  tags,
  summary: "Share a raise",
  description: "Those who run the network and your adviser see it as far as names. Investors see what you say yes to.",
  permission: startup,
  refusals: [...known, investorRefusals.raiseEnded, investorRefusals.nothingToTell],
  request: { params: byId },
  responses: { 200: json(recordWithConsents, "The raise") },
});

export const endRaise = route({
  method: "put",
  path: "/raises/{id}/ending",
  tags,
  summary: "End a raise",
  description: "Only those you were introduced to still see it.",
  permission: startup,
  refusals: known,
  request: { params: byId },
  responses: { 200: json(recordWithConsents, "The raise") },
});

export const previewRaise = route({
  method: "get",
  path: "/raises/{id}/preview",
  tags,
  summary: "See a raise as somebody else is told it",
  description: "By the very function that answers them. `profile`: an investor; left out: those who run the network.",
  permission: startup,
  refusals: known,
  request: { params: byId, query: z.object({ profile: idField.optional() }) },
  responses: {
    200: json(z.object({ investor: place.nullable(), told: toldSchema.nullable() }), "What they see; `told` null: nothing"),
  },
});

export const listInvestorsOfRaise = route({
  method: "get",
  path: "/raises/{id}/investors",
  tags,
  summary: "Investors of the network, the best match first",
  description: "With every reason, and how far each sees. A match is made of what the summary tells, never of more.",
  permission: "the startup, and those who run the network",
  refusals: known,
  request: { params: byId },
  responses: { 200: json(z.object({ items: z.array(investorOfRaise) }), "The investors") },
});

export const giveConsent = route({
  method: "post",
  path: "/raises/{id}/consents",
  tags,
  summary: "Let investors see a raise as far as a tier",
  description: "`profile`: one of them; left out: all in the network. Contact data follow from an introduction alone.",
  permission: startup,
  refusals: [...known, investorRefusals.raiseEnded, investorRefusals.unknownInvestor, investorRefusals.alreadyTold],
  request: { params: byId, body: jsonBody(z.strictObject({ tier: z.enum(givenTiers), profile: idField.optional() })) },
  responses: { 201: json(recordWithConsents, "The raise") },
});

export const withdrawConsent = route({
  method: "put",
  path: "/raise-consents/{id}/withdrawal",
  tags,
  summary: "Take a consent back",
  description: "At once. With contact data the introduction they came of ends.",
  permission: startup,
  refusals: known,
  request: { params: byId },
  responses: { 200: json(recordWithConsents, "The raise") },
});

export const sayInterest = route({
  method: "put",
  path: "/raises/{id}/interest",
  tags,
  summary: "Say what you think of a raise",
  description: "Those who run the network see that you follow it. The note is yours alone.",
  permission: investor,
  refusals: known,
  request: {
    params: byId,
    body: jsonBody(z.strictObject({ profile: idField, state: z.enum(interestStates).nullable(), note: textField(2_000).optional() })),
  },
  responses: { 200: json(toldSchema, "The raise") },
});
