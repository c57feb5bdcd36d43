import { z } from "@hono/zod-openapi";
import { pageOf, pageQuery } from "../../../platform/http/cursor.ts";
import { idField, idOrSlug, momentField } from "../../../platform/http/fields.ts";
import { json, jsonBody, route } from "../../../platform/http/route.ts";
import { webhookRefusals } from "./refusals.ts";

const topic = z
  .string()
  .max(80)
  .regex(/^(\*|[a-z_]+\.(\*|[a-z_]+))$/)
  .openapi({ example: "day_pass.*", description: "A topic, all of one kind (`day_pass.*`), or everything (`*`)" });

const webhook = z
  .object({
    id: idField,
    organizationId: idField,
    url: z.string(),
    topics: z.array(topic),
    createdAt: momentField,
    disabledAt: momentField.nullable().openapi({ description: "Turned off: nothing good was answered for three days, or 410" }),
    abilities: z.object({ remove: z.boolean() }),
  })
  .openapi("Webhook");

const newWebhook = webhook
  .extend({
    secret: z.string().openapi({
      example: "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD",
      description: "Shown this once. Check `webhook-signature` with it, as Standard Webhooks says.",
    }),
  })
  .openapi("NewWebhook");

const deliveryState = z.enum(["waiting", "retrying", "delivered", "given_up"]);

const delivery = z
  .object({
    id: idField,
    webhookId: idField,
    organizationId: idField,
    organizationName: z.string(),
    url: z.string(),
    announcementId: idField.openapi({ description: "The `webhook-id` header; the same at every try" }),
    topic: z.string(),
    body: z.string().openapi({ description: "Exactly what is sent, as text: what the signature is made over" }),
    state: deliveryState,
    tries: z.number().int(),
    lastTryAt: momentField.nullable(),
    lastStatus: z.number().int().nullable().openapi({ description: "The receiver's HTTP status" }),
    lastError: z.string().nullable().openapi({ description: "Why there was no status" }),
    deliveredAt: momentField.nullable(),
    gaveUpAt: momentField.nullable(),
    abilities: z.object({ replay: z.boolean() }),
  })
  .openapi("WebhookDelivery");

const organizationParam = z.object({ id: idOrSlug.openapi({ example: "blender-collective" }) });
const stateQuery = pageQuery.extend({ state: deliveryState.optional() });

/** The webhooks of an organization, oldest first. */
export const listWebhooks = route({
  method: "get",
  path: "/organizations/{id}/webhooks",
  tags: ["webhooks"],
  summary: "See an organization's webhooks",
  permission: "manager of the organization",
  request: { params: organizationParam },
  responses: { 200: json(pageOf(webhook), "All of them; at most ten") },
});

/** Adds an address that is told of what happens at the organization. */
export const addWebhook = route({
  method: "post",
  path: "/organizations/{id}/webhooks",
  tags: ["webhooks"],
  summary: "Have what happens sent to an address",
  description:
    "Messages follow Standard Webhooks: headers `webhook-id`, `webhook-timestamp` and `webhook-signature`, body `{type, timestamp, data}`. An answer of 2xx within fifteen seconds is a delivery; else it is tried again for three days. Redirects are not followed.",
  permission: "manager of the organization",
  refusals: [webhookRefusals.addressNotPublic, webhookRefusals.tooMany],
  request: {
    params: organizationParam,
    body: jsonBody(
      z.strictObject({
        url: z
          .url({ protocol: /^https?$/ })
          .max(500)
          .openapi({ example: "https://hooks.example/romslig" }),
        topics: z.array(topic).min(1).max(20),
      }),
    ),
  },
  responses: { 201: json(newWebhook, "Added, with the secret") },
});

/** Removes an address with its deliveries. */
export const removeWebhook = route({
  method: "delete",
  path: "/organizations/{id}/webhooks/{webhookId}",
  tags: ["webhooks"],
  summary: "Stop sending to an address",
  permission: "manager of the organization",
  request: { params: organizationParam.extend({ webhookId: idField }) },
  responses: { 204: { description: "Removed, with the log of its deliveries" } },
});

/** What was sent to one webhook, newest first. */
export const listDeliveries = route({
  method: "get",
  path: "/webhooks/{id}/deliveries",
  tags: ["webhooks"],
  summary: "See what was sent to an address",
  permission: "manager of the organization",
  request: { params: z.object({ id: idField }), query: stateQuery },
  responses: { 200: json(pageOf(delivery), "Newest first") },
});

/** What was sent to all webhooks, newest first. */
export const listAllDeliveries = route({
  method: "get",
  path: "/webhook-deliveries",
  tags: ["webhooks"],
  summary: "See what was sent to every address",
  permission: "operator",
  request: { query: stateQuery },
  responses: { 200: json(pageOf(delivery), "Newest first") },
});

/** Sends a delivery again at once, with all its tries. */
export const replayDelivery = route({
  method: "put",
  path: "/webhook-deliveries/{id}/replay",
  tags: ["webhooks"],
  summary: "Send a message again",
  description: "The body and `webhook-id` are as before. A webhook that was turned off is turned on again when this succeeds.",
  permission: "manager of the organization",
  request: { params: z.object({ id: idField }) },
  responses: { 200: json(delivery, "Waiting to be sent") },
});
