export { eventChangeRefusals } from "./changing/refusals.ts";
export { type EventChangeApi, eventChangeRoutes } from "./changing/routes.ts";
export { eventCrontab, eventJobs, eventSubscriptions } from "./jobs.ts";
export { eventData } from "./personal-data.ts";
export { eventRefusals } from "./refusals.ts";
export { type EventApi, eventRoutes } from "./routes.ts";
export { ticketRefusals } from "./tickets/refusals.ts";
export { type TicketApi, ticketRoutes } from "./tickets/routes.ts";
