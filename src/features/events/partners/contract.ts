import { z } from "@hono/zod-openapi";
import { accessRefusals } from "../../../platform/access/refusals.ts";
import { dayField, idField, idOrSlug, nameField, textField } from "../../../platform/http/fields.ts";
import { json, jsonBody, route } from "../../../platform/http/route.ts";
import { logoField } from "../../organizations/index.ts";
import { exposureKinds, partnerLevels } from "./partner.ts";

const params = z.object({ id: idOrSlug });
const byId = z.object({ id: idField });
const known = [accessRefusals.signIn, accessRefusals.notHere];

const partner = z
  .object({
    id: z.uuid(),
    name: z.string(),
    organization: z.object({ id: z.uuid(), slug: z.string() }).nullable(),
    website: z.string().nullable(),
    level: z.enum(partnerLevels),
    logo: logoField,
    endedAt: z.string().nullable().openapi({ description: "When it was taken off; only those who run it see those" }),
    exposures: z
      .array(
        z.object({
          id: z.uuid(),
          kind: z.enum(exposureKinds),
          shownOn: z.string(),
          seenBy: z.number().int().nullable(),
          note: z.string().nullable(),
        }),
      )
      .openapi({ description: "What it was shown on, for those who run it; empty for others" }),
  })
  .openapi("EventPartner");

const partners = z
  .object({
    items: z.array(partner),
    ofParent: z.array(partner).openapi({ description: "Those of the festival or series an event belongs to" }),
    abilities: z.object({ change: z.boolean() }),
  })
  .openapi("EventPartners");

const newPartner = z
  .strictObject({
    organization: idOrSlug.optional().openapi({ description: "Somebody of the network, instead of a name" }),
    name: nameField(200).optional(),
    website: z
      .url({ protocol: /^https?$/ })
      .max(500)
      .optional(),
    level: z.enum(partnerLevels).default("partner"),
  })
  .refine(({ organization, name }) => (organization === undefined) !== (name === undefined), {
    path: ["name"],
    params: { form: "missing" },
  });

const texts = {
  read: "Partners and sponsors",
  add: "Add a partner",
  about: "From then on it is shown on the page, which is written down as what it was shown on.",
};

export const listEventPartners = route({
  method: "get",
  path: "/events/{id}/partners",
  tags: ["events"],
  summary: `${texts.read} of an event`,
  permission: "everyone",
  refusals: [accessRefusals.notHere],
  request: { params },
  responses: { 200: json(partners, "The partners, the largest first") },
});

export const addEventPartner = route({
  method: "post",
  path: "/events/{id}/partners",
  tags: ["events"],
  summary: `${texts.add} to an event`,
  description: texts.about,
  permission: "manager of the organization",
  refusals: known,
  request: { params, body: jsonBody(newPartner) },
  responses: { 201: json(partners, "The partners") },
});

export const listParentPartners = route({
  method: "get",
  path: "/event-parents/{id}/partners",
  tags: ["events"],
  summary: `${texts.read} of a festival or series`,
  permission: "everyone",
  refusals: [accessRefusals.notHere],
  request: { params },
  responses: { 200: json(partners, "The partners, the largest first") },
});

export const addParentPartner = route({
  method: "post",
  path: "/event-parents/{id}/partners",
  tags: ["events"],
  summary: `${texts.add} to a festival or series`,
  description: texts.about,
  permission: "manager of the organization",
  refusals: known,
  request: { params, body: jsonBody(newPartner) },
  responses: { 201: json(partners, "The partners") },
});

export const endPartner = route({
  method: "delete",
  path: "/event-partners/{id}",
  tags: ["events"],
  summary: "Take a partner off",
  description: "What it was shown on stays written down.",
  permission: "manager of the organization",
  refusals: known,
  request: { params: byId },
  responses: { 204: { description: "Taken off" } },
});

export const addExposure = route({
  method: "post",
  path: "/event-partners/{id}/exposures",
  tags: ["events"],
  summary: "Write down what a partner was shown on",
  permission: "manager of the organization",
  refusals: known,
  request: {
    params: byId,
    body: jsonBody(
      z.strictObject({
        kind: z.enum(exposureKinds),
        shownOn: dayField,
        seenBy: z.number().int().min(0).max(100_000_000).optional().openapi({ description: "How many saw it, when somebody knows" }),
        note: textField(500).optional(),
      }),
    ),
  },
  responses: { 204: { description: "Written down" } },
});
