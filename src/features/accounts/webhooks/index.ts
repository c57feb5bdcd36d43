export { webhookRefusals } from "./refusals.ts";
export { type WebhooksApi, webhookRoutes } from "./routes.ts";
