import { z } from "@hono/zod-openapi";
import { dayField, idOrSlug, textField, textsField } from "../../../platform/http/fields.ts";
import { requestRefusals } from "../../../platform/http/request-refusals.ts";
import { json, jsonBody, route } from "../../../platform/http/route.ts";
import { ifMatchHeader } from "../../../platform/http/version.ts";
import { dimensions, termsSchema } from "../agreement.ts";
import { quotasSchema } from "./draft.ts";
import { agreementRefusals } from "./refusals.ts";

const networkParams = z.object({ id: idOrSlug });
const versionNumber = z.coerce.number().int().min(1).max(100_000).openapi({ example: 2 });
const versionParams = networkParams.extend({ version: versionNumber });

const side = z.object({ id: z.uuid(), slug: z.string(), name: z.string() });

const version = z
  .object({
    version: z.number().int(),
    validFrom: dayField.openapi({ description: "Of a draft: what is meant so far" }),
    isPublished: z.boolean(),
    publishedAt: z.string().nullable(),
    texts: z.object({ nb: z.string().optional(), nn: z.string().optional(), en: z.string().optional() }),
    terms: termsSchema,
    quotas: z.array(z.object({ dimension: z.enum(dimensions), daysPerMonth: z.number().int() })),
    revision: z.number().int(),
  })
  .openapi("AgreementVersion");

const acceptance = z.object({
  version: z.number().int(),
  acceptedAt: z.string(),
  acceptedBy: z.string().nullable().openapi({ description: "For those of the network and the space only" }),
  withdrawnOn: dayField.nullable().openapi({ description: "Takes no part from this day on" }),
});

export const readAgreement = route({
  method: "get",
  path: "/networks/{id}/agreement",
  tags: ["agreement"],
  summary: "Read a network's agreement on guest days",
  description: "The version in force today, those to come, and which spaces take part. Drafts are shown to the coordinator.",
  permission: "everyone",
  request: { params: networkParams },
  responses: {
    200: json(
      z
        .object({
          network: side,
          inForce: version.nullable(),
          coming: z.array(version),
          draft: version.nullable(),
          earlier: z.array(version),
          spaces: z.array(
            side.extend({
              town: z.string().nullable(),
              organization: z.object({ id: z.uuid(), name: z.string() }),
              takesPart: z.boolean().openapi({ description: "Has accepted the version in force, and not left" }),
              acceptances: z.array(acceptance),
            }),
          ),
          abilities: z.object({ edit: z.boolean() }),
        })
        .openapi("Agreement"),
      "The agreement",
    ),
  },
});

export const draftVersion = route({
  method: "post",
  path: "/networks/{id}/agreement/versions",
  tags: ["agreement"],
  summary: "Begin a new version of the agreement",
  description: "A copy of the latest. Where there is a draft already, it is answered.",
  permission: "coordinator of the network",
  request: { params: networkParams },
  responses: { 201: json(version, "The draft") },
});

export const changeDraft = route({
  method: "put",
  path: "/networks/{id}/agreement/versions/{version}",
  tags: ["agreement"],
  summary: "Change a draft: its text, terms and quotas",
  permission: "coordinator of the network",
  refusals: [agreementRefusals.published, requestRefusals.changedMeanwhile],
  request: {
    params: versionParams,
    headers: ifMatchHeader,
    body: jsonBody(z.strictObject({ texts: textsField(20_000), terms: termsSchema, quotas: quotasSchema })),
  },
  responses: { 200: json(version, "The draft as it now is") },
});

export const publishVersion = route({
  method: "put",
  path: "/networks/{id}/agreement/versions/{version}/publication",
  tags: ["agreement"],
  summary: "Publish a draft",
  description: "It never changes after that. From `validFrom`, only spaces that have accepted it give and take days.",
  permission: "coordinator of the network",
  refusals: [
    agreementRefusals.published,
    agreementRefusals.midMonth,
    agreementRefusals.tooEarly,
    agreementRefusals.dayTaken,
    agreementRefusals.textMissing,
  ],
  request: { params: versionParams, body: jsonBody(z.strictObject({ validFrom: dayField })) },
  responses: { 200: json(version, "The version as published") },
});

export const listSpaceAgreements = route({
  method: "get",
  path: "/spaces/{id}/agreements",
  tags: ["agreement"],
  summary: "The agreements a space may take part in, and what it has accepted",
  permission: "manager of the organization",
  request: { params: networkParams },
  responses: {
    200: json(
      z.object({
        space: side,
        items: z.array(
          z.object({
            network: side,
            inForce: version.nullable(),
            coming: z.array(version),
            acceptances: z.array(acceptance),
            takesPart: z.boolean(),
            asked: z.array(z.number().int()).openapi({ description: "Versions in force or to come that the space has not accepted" }),
          }),
        ),
        abilities: z.object({ accept: z.boolean() }),
      }),
      "The agreements",
    ),
  },
});

const whichNetwork = z.object({ network: idOrSlug.optional().openapi({ description: "When the space belongs to several networks" }) });

export const acceptVersion = route({
  method: "put",
  path: "/spaces/{id}/agreement-acceptances/{version}",
  tags: ["agreement"],
  summary: "Accept a version for a space",
  permission: "manager of the organization",
  refusals: [agreementRefusals.notPublished, agreementRefusals.superseded],
  request: { params: versionParams, query: whichNetwork },
  responses: { 204: { description: "Accepted" } },
});

export const withdraw = route({
  method: "put",
  path: "/spaces/{id}/agreement-withdrawal",
  tags: ["agreement"],
  summary: "Leave the agreement from a day on",
  description: "No new days are given or taken from then on. Days already booked are honoured on both sides.",
  permission: "manager of the organization",
  refusals: [agreementRefusals.tooEarly, agreementRefusals.notTakingPart],
  request: {
    params: networkParams,
    query: whichNetwork,
    body: jsonBody(z.strictObject({ from: dayField, reason: textField(500).optional() })),
  },
  responses: { 204: { description: "Left" } },
});
