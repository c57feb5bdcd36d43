import { z } from "@hono/zod-openapi";
import { nameField, textField } from "../../platform/http/fields.ts";
import { json, jsonBody, route } from "../../platform/http/route.ts";
import { languages } from "../../platform/language/language.ts";
import { organizationRefusals } from "./refusals.ts";

const name = nameField(80);

export const installation = z
  .object({
    name: z.string().openapi({ example: "Coworking Norge" }),
    isSetUp: z
      .boolean()
      .openapi({ description: "Whether somebody runs it; when not, the first operator is made with the code printed at start" }),
    abilities: z.object({ rename: z.boolean() }),
  })
  .openapi("Installation");

export const firstOperator = z
  .strictObject({
    code: textField(40).pipe(z.string().min(1)).openapi({ example: "7KQ2-M9XD-4TBA" }),
    name: nameField(120),
    email: z.email().max(254).toLowerCase(),
    locale: z.enum(languages).default("nb"),
    installationName: name,
    organization: z.strictObject({ name: nameField(200), kind: z.enum(["network", "space_operator"]) }),
  })
  .openapi("FirstOperator");

export const readInstallation = route({
  method: "get",
  path: "/installation",
  tags: ["installation"],
  summary: "Read what this installation is called",
  permission: "everyone",
  responses: { 200: json(installation, "The installation") },
});

export const nameInstallation = route({
  method: "patch",
  path: "/installation",
  tags: ["installation"],
  summary: "Name the installation",
  permission: "operator",
  request: { body: jsonBody(z.strictObject({ name })) },
  responses: { 200: json(installation, "The installation") },
});

export const makeFirstOperator = route({
  method: "post",
  path: "/installation/first-operator",
  tags: ["installation"],
  summary: "Make the first operator",
  description:
    "With the one-time code printed at start, and only while nobody runs the installation; afterwards it does not exist. Opens a session as well: no letter can be sent before somebody has said how.",
  permission: "everyone",
  refusals: [organizationRefusals.wrongCode, organizationRefusals.slugTaken],
  request: { body: jsonBody(firstOperator) },
  responses: {
    201: json(
      z.object({ personId: z.uuid(), organizationId: z.uuid(), organizationSlug: z.string() }),
      "Who runs it now; with the cookie of their session",
    ),
  },
});
