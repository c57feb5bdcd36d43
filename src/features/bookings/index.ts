export { bookingCrontab, bookingJobs, bookingSubscriptions } from "./jobs.ts";
export { bookingData } from "./personal-data.ts";
export { bookingRefusals } from "./refusals.ts";
export { type BookingApi, bookingRoutes } from "./routes.ts";
