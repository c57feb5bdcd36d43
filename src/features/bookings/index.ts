export { inductionData } from "./inductions/personal-data.ts";
export { inductionRefusals } from "./inductions/refusals.ts";
export { type InductionApi, inductionRoutes } from "./inductions/routes.ts";
export { bookingCrontab, bookingJobs } from "./jobs.ts";
export { outageRefusals } from "./outages/refusals.ts";
export { type OutageApi, outageRoutes } from "./outages/routes.ts";

export { bookingRefusals } from "./refusals.ts";
export { type BookingApi, bookingRoutes } from "./routes.ts";
export { bookingSubscriptions } from "./subscriptions.ts";
