import { z } from "@hono/zod-openapi";
import { pageOf, pageQuery } from "../../../platform/http/cursor.ts";
import { dayField, idField, idOrSlug, nameField, textField } from "../../../platform/http/fields.ts";
import { json, jsonBody, route } from "../../../platform/http/route.ts";
import { amount, known, tags } from "../contract.ts";
import { instruments } from "../raises/raise.ts";
import { investorRefusals } from "../refusals.ts";
import { ore, place } from "../shapes.ts";
import { askers, declineWords, introductionStates, sides } from "./introduction.ts";

const params = z.object({ id: idField });
const anySide = "the startup, an investor, or those who run the network" as const;
const asker = z.enum(askers).openapi({ description: "As whom: one can be more than one of them" });
const side = z.enum(sides).openapi({ description: "As whom: one can be both" });
const contact = z.object({ name: z.string().nullable(), email: z.string().nullable(), phone: z.string().nullable() }).nullable();

const introductionSchema = z
  .object({
    id: z.uuid(),
    raiseId: z.uuid(),
    startup: place.nullable().openapi({ description: "null while you are not told who it is" }),
    investor: place.extend({ profileId: z.uuid() }),
    askedBySide: z.enum(askers),
    note: z.string().nullable(),
    askedAt: z.string(),
    expiresOn: dayField,
    state: z.enum(introductionStates),
    stateSince: z.string(),
    hasSaidYes: z.object({ startup: z.boolean(), investor: z.boolean() }),
    introducedOn: dayField.nullable(),
    declinedBySide: z.enum(sides).nullable(),
    declineWord: z.enum(declineWords).nullable(),
    meetings: z.array(z.object({ id: z.uuid(), metOn: dayField, note: z.string().nullable(), side: z.enum(sides) })),
    contact: z
      .object({ startup: contact, investor: contact })
      .openapi({ description: "Of the other side, once both have said yes and as long as neither has taken it back" }),
    mine: z.array(z.enum(askers)).openapi({ description: "The sides you speak for" }),
    abilities: z.object({ answer: z.array(z.enum(sides)), end: z.array(z.enum(askers)), meet: z.array(z.enum(sides)) }),
  })
  .openapi("Introduction");
const answer = { 200: json(introductionSchema, "The introduction") };

export const listIntroductions = route({
  method: "get",
  path: "/introductions",
  tags,
  summary: "Introductions you have a part in",
  description: "As the startup, the investor, or one who runs the network. The latest first.",
  permission: "signed in",
  refusals: known,
  request: { query: pageQuery.extend({ network: idOrSlug.optional(), raise: idField.optional() }) },
  responses: { 200: json(pageOf(introductionSchema), "A page of introductions") },
});

export const askForIntroduction = route({
  method: "post",
  path: "/raises/{id}/introductions",
  tags,
  summary: "Ask whether a startup and an investor want to meet",
  description:
    "Whoever asks for one of the two has said yes for it. A startup that says yes lets the investor see names. It runs out after three weeks.",
  permission: anySide,
  refusals: [
    ...known,
    investorRefusals.notPublished,
    investorRefusals.raiseEnded,
    investorRefusals.unknownInvestor,
    investorRefusals.contactMissing,
    investorRefusals.introducedOnce,
  ],
  request: { params, body: jsonBody(z.strictObject({ side: asker, profile: idField, note: textField(2_000).optional() })) },
  responses: { 201: json(introductionSchema, "The introduction") },
});

export const readIntroduction = route({
  method: "get",
  path: "/introductions/{id}",
  tags,
  summary: "Read an introduction",
  permission: anySide,
  refusals: known,
  request: { params },
  responses: answer,
});

export const answerIntroduction = route({
  method: "put",
  path: "/introductions/{id}/answer",
  tags,
  summary: "Say yes or no to an introduction",
  description: "The second yes lets both see whom to get in touch with.",
  permission: "the startup, an investor, or those who run the network",
  refusals: [...known, investorRefusals.answered, investorRefusals.contactMissing],
  request: {
    params,
    body: jsonBody(z.strictObject({ side, answer: z.enum(["yes", "no"]), word: z.enum(declineWords).optional() })),
  },
  responses: answer,
});

export const endIntroduction = route({
  method: "put",
  path: "/introductions/{id}/ending",
  tags,
  summary: "Withdraw a question, or end an introduction",
  description: "After that neither sees the other's contact data.",
  permission: anySide,
  refusals: [...known, investorRefusals.answered],
  request: { params, body: jsonBody(z.strictObject({ side: asker })) },
  responses: answer,
});

export const writeMeeting = route({
  method: "post",
  path: "/introductions/{id}/meetings",
  tags,
  summary: "Write down that the two met",
  permission: anySide,
  refusals: [...known, investorRefusals.notIntroduced, investorRefusals.notYet, investorRefusals.metAlready],
  request: { params, body: jsonBody(z.strictObject({ side, metOn: dayField, note: textField(2_000).optional() })) },
  responses: { 201: json(introductionSchema, "The introduction") },
});

const closing = z
  .object({
    id: z.uuid(),
    raiseId: z.uuid(),
    profileId: z.uuid().nullable(),
    investorName: z.string(),
    closedOn: dayField,
    amountOre: ore,
    instrument: z.enum(instruments),
    isFacilitated: z.boolean().openapi({ description: "The two were introduced here on an earlier day" }),
    introductionId: z.uuid().nullable(),
    enteredBySide: z.enum(askers),
    isConfirmed: z.boolean().openapi({ description: "By the startup" }),
    struckBecause: z.string().nullable(),
  })
  .openapi("Closing");
const closings = z.object({ items: z.array(closing) });

export const listClosings = route({
  method: "get",
  path: "/raises/{id}/closings",
  tags,
  summary: "Money that came in a raise",
  description: "An investor sees its own.",
  permission: anySide,
  refusals: known,
  request: { params },
  responses: { 200: json(closings, "The closings, the latest first") },
});

export const enterClosing = route({
  method: "post",
  path: "/raises/{id}/closings",
  tags,
  summary: "Write down that money came",
  description:
    "It is facilitated when the two were introduced on an earlier day. What others than the startup write waits for its confirmation.",
  permission: anySide,
  refusals: [...known, investorRefusals.notYet, investorRefusals.unknownInvestor],
  request: {
    params,
    body: jsonBody(
      z
        .strictObject({
          side: asker,
          profile: idField.optional(),
          investorName: nameField(160).optional().openapi({ description: "One the network does not know" }),
          closedOn: dayField,
          amountOre: amount,
          instrument: z.enum(instruments),
        })
        .refine(({ profile, investorName }) => (profile === undefined) !== (investorName === undefined)),
    ),
  },
  responses: { 201: json(closings, "The closings") },
});

export const confirmClosing = route({
  method: "put",
  path: "/closings/{id}/confirmation",
  tags,
  summary: "Confirm that money came",
  permission: "owner or manager of the startup",
  refusals: [...known, investorRefusals.settled],
  request: { params },
  responses: { 200: json(closings, "The closings") },
});

export const strikeClosing = route({
  method: "put",
  path: "/closings/{id}/striking",
  tags,
  summary: "Strike a closing that is wrong",
  description: "It stays, with the reason, and counts no more.",
  permission: "the startup, and those who run the network",
  refusals: [...known, investorRefusals.settled],
  request: { params, body: jsonBody(z.strictObject({ reason: nameField(300) })) },
  responses: { 200: json(closings, "The closings") },
});
