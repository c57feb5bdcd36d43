export { bookingCrontab, bookingJobs } from "./jobs.ts";
export { bookingRefusals } from "./refusals.ts";
export { type BookingApi, bookingRoutes } from "./routes.ts";
