export { type AvailabilityApi, availabilityRoutes } from "./availability/routes.ts";
export { bookingCrontab, bookingJobs } from "./jobs.ts";
export { bookingRefusals } from "./refusals.ts";
export { type BookingApi, bookingRoutes } from "./routes.ts";
