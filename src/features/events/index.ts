export { eventCrontab, eventJobs } from "./jobs.ts";
export { eventRefusals } from "./refusals.ts";
export { type EventApi, eventRoutes } from "./routes.ts";
export { ticketRefusals } from "./tickets/refusals.ts";
export { type TicketApi, ticketRoutes } from "./tickets/routes.ts";
