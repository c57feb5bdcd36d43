export { type JobsApi, jobRoutes } from "./routes.ts";
