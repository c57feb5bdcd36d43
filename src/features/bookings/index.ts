export { type AvailabilityApi, availabilityRoutes } from "./availability/routes.ts";
export { feedFiles } from "./feeds/feed-files.ts";
export { feedData } from "./feeds/personal-data.ts";
export { type FeedApi, feedRoutes } from "./feeds/routes.ts";
export { bookingCrontab, bookingJobs } from "./jobs.ts";
export { bookingRefusals } from "./refusals.ts";
export { type BookingApi, bookingRoutes } from "./routes.ts";
