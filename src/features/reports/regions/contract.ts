import { z } from "@hono/zod-openapi";
import { accessRefusals } from "../../../platform/access/refusals.ts";
import { dayField, idOrSlug, nameField } from "../../../platform/http/fields.ts";
import { json, jsonBody, route } from "../../../platform/http/route.ts";
import { ifMatchHeader } from "../../../platform/http/version.ts";
import { firstBorders } from "../metrics/window.ts";
import { regionRefusals } from "./refusals.ts";

const tags = ["metrics"];
const params = z.object({ id: idOrSlug });
const known = [accessRefusals.signIn, accessRefusals.notHere];
const permission = "manager of the organization" as const;
const unread = [regionRefusals.unknownMunicipality, regionRefusals.ambiguousMunicipality];

const shape = z.object({
  items: z.array(
    z
      .object({
        slug: z.string().openapi({ description: "The `area` its figures and reports are asked for with" }),
        name: z.string(),
        recordedOn: dayField.openapi({ description: "Under whose borders its municipalities are named" }),
        municipalities: z.array(z.object({ number: z.string(), name: z.string() })),
        isOpened: z
          .boolean()
          .openapi({ description: "Whether those who run the organization read every figure of it, and not the public ones alone" }),
        version: z.number().int(),
      })
      .openapi("OwnRegion"),
  ),
  abilities: z.object({ open: z.boolean() }),
});
const answer = json(shape, "The regions of the organization");

const drawn = {
  name: nameField(100).openapi({ example: "Indre Romerike" }),
  municipalities: z
    .array(nameField(80))
    .min(1)
    .max(400)
    .openapi({ example: ["Lillestrøm", "3224"], description: "By number or name, under the borders of the day" }),
  recordedOn: dayField
    .refine((day) => day >= firstBorders, { params: { form: "not_before", earliest: firstBorders } })
    .openapi({ example: "2024-01-01" }),
};

export const listRegions = route({
  method: "get",
  path: "/organizations/{id}/regions",
  tags,
  summary: "Regions an organization has drawn",
  description: "By name, on one page.",
  permission,
  refusals: known,
  request: { params },
  responses: { 200: answer },
});

export const drawRegion = route({
  method: "post",
  path: "/organizations/{id}/regions",
  tags,
  summary: "Draw a region of municipalities",
  description:
    "Municipalities under the borders of a day, with a name: the subject of figures and of reports of the organization. It is the same land under all borders. Public figures are counted for it; the others when the operator has opened it.",
  permission,
  refusals: [...known, ...unread],
  request: { params, body: jsonBody(z.strictObject(drawn)) },
  responses: { 201: answer },
});

export const redrawRegion = route({
  method: "patch",
  path: "/regions/{id}",
  tags,
  summary: "Draw a region anew, or rename it",
  description: "What is left out stays. With other municipalities it is no longer opened. Not once a published report is about it.",
  permission,
  refusals: [...known, ...unread, regionRefusals.published],
  request: { params, headers: ifMatchHeader, body: jsonBody(z.strictObject(drawn).partial()) },
  responses: { 200: answer },
});

export const openRegion = route({
  method: "put",
  path: "/regions/{id}/opening",
  tags,
  summary: "Open every figure of a region to those who run its organization",
  description: "Also those that are not public, whoever they are about.",
  permission: "operator",
  refusals: known,
  request: { params, body: jsonBody(z.strictObject({ isOpened: z.boolean() })) },
  responses: { 200: answer },
});

export const eraseRegion = route({
  method: "delete",
  path: "/regions/{id}",
  tags,
  summary: "Take a region away",
  permission,
  refusals: [...known, regionRefusals.inReports],
  request: { params },
  responses: { 204: { description: "Gone" } },
});
