export { bookingCrontab, bookingJobs } from "./jobs.ts";
export { bookingRefusals } from "./refusals.ts";
export { type BookingApi, bookingRoutes } from "./routes.ts";
export { seriesRefusals } from "./series/refusals.ts";
export { type SeriesApi, seriesRoutes } from "./series/routes.ts";
