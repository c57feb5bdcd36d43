export { bookingCrontab, bookingJobs, bookingSubscriptions } from "./jobs.ts";
export { bookingRefusals } from "./refusals.ts";
export { type BookingApi, bookingRoutes } from "./routes.ts";
export { seriesRefusals } from "./series/refusals.ts";
export { type SeriesApi, seriesRoutes } from "./series/routes.ts";
export { waitingData } from "./waiting/personal-data.ts";
export { waitingRefusals } from "./waiting/refusals.ts";
export { type WaitingApi, waitingRoutes } from "./waiting/routes.ts";
