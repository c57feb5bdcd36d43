import { z } from "@hono/zod-openapi";
import { fileField, idOrSlug } from "../../platform/http/fields.ts";
import { requestRefusals } from "../../platform/http/request-refusals.ts";
import { json, jsonBody, route } from "../../platform/http/route.ts";
import { ifMatchHeader } from "../../platform/http/version.ts";
import { organization } from "./contract.ts";
import { organizationRefusals } from "./refusals.ts";

const one = z.object({ id: idOrSlug });
const answer = { 200: json(organization, "The organization; `ETag` is its version") };

export const setLogo = route({
  method: "put",
  path: "/organizations/{id}/logo",
  tags: ["organizations"],
  summary: "Give an organization a logo",
  description:
    "A PNG, JPEG or WebP of at most 5 MB and 25 million pixels, in the place of the one before. It is written anew without loss; whatever else it carried is left behind. Of a network also its coordinator may.",
  permission: "manager of the organization",
  refusals: [requestRefusals.changedMeanwhile, organizationRefusals.notALogo, organizationRefusals.logoTooLarge],
  request: {
    params: one,
    headers: ifMatchHeader,
    body: {
      required: true,
      content: {
        "multipart/form-data": {
          schema: z.strictObject({
            file: fileField,
          }),
        },
      },
    },
  },
  responses: answer,
});

export const removeLogo = route({
  method: "delete",
  path: "/organizations/{id}/logo",
  tags: ["organizations"],
  summary: "Take a logo away",
  permission: "manager of the organization",
  refusals: [requestRefusals.changedMeanwhile],
  request: { params: one, headers: ifMatchHeader },
  responses: answer,
});

export const setColour = route({
  method: "put",
  path: "/organizations/{id}/colour",
  tags: ["organizations"],
  summary: "Give a network its colour",
  description:
    "All colours of the network's pages are derived from it, by day and by night, so that contrast always holds. Null: the colours of the house.",
  permission: "coordinator of the network",
  refusals: [requestRefusals.changedMeanwhile, organizationRefusals.colourOfNetworks],
  request: {
    params: one,
    headers: ifMatchHeader,
    body: jsonBody(
      z.strictObject({
        colour: z
          .string()
          .regex(/^#[0-9a-f]{6}$/i)
          .toLowerCase()
          .nullable()
          .openapi({ example: "#0b3d91" }),
      }),
    ),
  },
  responses: answer,
});
