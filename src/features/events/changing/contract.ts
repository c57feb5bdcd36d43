import { z } from "@hono/zod-openapi";
import { accessRefusals } from "../../../platform/access/refusals.ts";
import { idOrSlug, momentField, nameField, neededTextsField, textField, textsField } from "../../../platform/http/fields.ts";
import { json, jsonBody, route } from "../../../platform/http/route.ts";
import { ifMatchHeader } from "../../../platform/http/version.ts";
import { agendaRefusals } from "../agenda/refusals.ts";
import { countryField, eventSchema, newEvent } from "../contract.ts";
import { audiences } from "../event.ts";
import { eventRefusals } from "../refusals.ts";
import { eventChangeRefusals } from "./refusals.ts";

const params = z.object({ id: idOrSlug });
const known = [accessRefusals.signIn, accessRefusals.notHere];

/** What may be changed of an event. */
export const eventChange = z.strictObject({
  title: neededTextsField(200).optional(),
  descriptions: textsField(8_000).optional(),
  space: idOrSlug.nullable().optional(),
  place: nameField(200).nullable().optional(),
  country: countryField.nullable().optional().openapi({ description: "Of an event abroad, which is in no municipality" }),
  onlineUrl: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .nullable()
    .optional(),
  startsAt: momentField.optional(),
  endsAt: momentField.optional(),
  status: z.enum(["draft", "published"]).optional(),
  quotas: z
    .array(z.strictObject({ name: nameField(100), size: z.number().int().min(0).max(1_000_000) }))
    .max(50)
    .optional()
    .openapi({ description: "New sizes of quotas, by name" }),
  freeCancelDays: newEvent.shape.freeCancelDays
    .unwrap()
    .nullable()
    .optional()
    .openapi({ description: "Null: a place is given back for free until the event" }),
  lateCancelPercent: newEvent.shape.lateCancelPercent.unwrap().optional(),
  needsApproval: z.boolean().optional(),
  approvalHours: newEvent.shape.approvalHours.unwrap().optional(),
  hasQueue: z.boolean().optional(),
  audience: z.enum(audiences).optional(),
  audienceOrganizations: newEvent.shape.audienceOrganizations.unwrap().optional(),
  languages: newEvent.shape.languages.unwrap().optional(),
  themes: newEvent.shape.themes.unwrap().optional(),
});

/** What a change is refused for, wherever it is made. */
export const changeRefusals = [
  eventRefusals.cancelled,
  eventRefusals.endsBeforeStart,
  eventRefusals.unknownQuota,
  ...Object.values(eventChangeRefusals),
  agendaRefusals.sessionsOutside,
];

export const changeEvent = route({
  method: "patch",
  path: "/events/{id}",
  tags: ["events"],
  summary: "Change an event",
  description:
    "What is left out stays as it is. Everybody who comes is written to when the name, the times or the place change. New places go to those who wait, at once. Once somebody has registered, its terms may become milder and it may be opened to more, not the other way.",
  permission: "manager of the organization",
  refusals: [...known, ...changeRefusals],
  request: { params, headers: ifMatchHeader, body: jsonBody(eventChange) },
  responses: { 200: json(eventSchema, "The event, changed") },
});

export const cancelEvent = route({
  method: "put",
  path: "/events/{id}/cancellation",
  tags: ["events"],
  summary: "Call an event off",
  description: "Every registration ends, what is owed for it is taken back, and everybody is written to with the reason.",
  permission: "manager of the organization",
  refusals: [...known, eventRefusals.isOver],
  request: { params, body: jsonBody(z.strictObject({ reason: textField(1_000).min(1) })) },
  responses: { 200: json(eventSchema, "The event, called off") },
});
