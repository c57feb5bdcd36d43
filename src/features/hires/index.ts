export { hireCrontab, hireJobs } from "./jobs.ts";
export { hireSubscriptions } from "./letters/hire-letters.ts";
export { hireData } from "./personal-data.ts";
export { hireRefusals } from "./refusals.ts";
export { type HireApi, hireRoutes } from "./routes.ts";
