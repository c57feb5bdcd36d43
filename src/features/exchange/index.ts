export { exchangeCrontab, exchangeJobs, exchangeSubscriptions } from "./jobs.ts";
export { exchangeRefusals } from "./refusals.ts";
export { type ExchangeApi, exchangeRoutes } from "./routes.ts";
