export { displayRefusals } from "./refusals.ts";
export { type DisplayApi, displayRoutes } from "./routes.ts";
