export { passExports } from "./export-passes.ts";
export { exchangeCrontab, exchangeJobs, exchangeSubscriptions } from "./jobs.ts";
export { exchangeData } from "./personal-data.ts";
export { exchangeRefusals } from "./refusals.ts";
export { type ExchangeApi, exchangeRoutes } from "./routes.ts";
