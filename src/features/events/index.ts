export { eventCalendars } from "./event-calendars.ts";
export { eventExports } from "./export-registrations.ts";
export { eventCrontab, eventJobs } from "./jobs.ts";
export { eventRefusals } from "./refusals.ts";
export { type EventApi, eventRoutes } from "./routes.ts";
