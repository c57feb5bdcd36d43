export { type IntroductionApi, introductionRoutes } from "./introductions/routes.ts";
export { investorCrontab, investorJobs } from "./jobs.ts";
export { investorSubscriptions } from "./letters/introduction-letters.ts";
export { investorData } from "./personal-data.ts";
export { investorRefusals } from "./refusals.ts";
export { type InvestorApi, investorRoutes } from "./routes.ts";
